import type { Edition } from "../edition/edition.ts";
import { bothNames } from "../edition/english.ts";
import type { Paper } from "../edition/papers.ts";
import { isOfTheText } from "../document/sources.ts";

/** Papers between the provider and its customers; those of the house stay there. */
const kinds: readonly Paper["kind"][] = [
  "receipt",
  "acknowledgement",
  "acceptance-notice",
  "refusal-notice",
  "invitation",
  "meeting-minutes",
  "settlement-minutes",
  "reply-letter",
];

/** The papers that the provider's own text promises its customers, and which of them the customer signs as well. */
export function publishedPapers({ papers }: Edition) {
  return papers
    .filter(({ kind, source }) => kinds.includes(kind) && isOfTheText(source))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    .map((paper) => ({ name: bothNames(paper), isSignedByCustomer: paper.signedBy.includes("customer") }));
}
