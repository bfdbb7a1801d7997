import { freeze, thaw } from "../procedure/load/freeze.ts";
import {
  changedSinceIssued,
  loadEditions,
  missingSinceIssued,
  type ChangedEdition,
} from "../procedure/load/load-editions.ts";
import type { EditionRef } from "../procedure/pure/edition/edition.ts";
import type { EditionRegistry } from "../procedure/pure/edition/registry.ts";
import { CannotStart } from "../cannot-start.ts";
import type { KeptEdition } from "../store/editions.ts";
import { formatProblem } from "./format-problem.ts";

const NAMED_MAX = 3;
const CHANGES_SHOWN_MAX = 2;

export type LoadedBesideKept = { registry: EditionRegistry; changed: ChangedEdition[]; missing: EditionRef[] };

/**
 * The packs on disk, beside the editions that this database keeps: those serve the complaints that are pinned to them, whatever
 * became of their files.
 *
 * @throws CannotStart where a pack is wrong.
 */
export function loadBesideKept(folders: readonly string[], kept: readonly KeptEdition[]): LoadedBesideKept {
  const thawed = kept.map(({ canonicalText, isInForce }) => ({ edition: thaw(canonicalText), isInForce }));
  const result = loadEditions(
    folders,
    thawed.map(({ edition }) => edition),
  );
  if (!result.ok) {
    throw new CannotStart(["The packs are wrong:", ...result.problems.map((each) => formatProblem(each))].join("\n"));
  }
  const issued = thawed.flatMap(({ edition, isInForce }) => (isInForce ? [edition] : []));
  const { registry, loaded } = result;
  return { registry, changed: changedSinceIssued(loaded, issued), missing: missingSinceIssued(loaded, issued) };
}

/** Short lines for the operator: which issued editions were changed and how, and both ways to go on. */
export function refuseChanged(changed: readonly ChangedEdition[]): CannotStart {
  const named = changed
    .slice(0, NAMED_MAX)
    .flatMap((each) => [`  ${nameOf(each.issued.ref)}`, ...changeLines(each).map((line) => `    ${line}`)]);
  const more = changed.length > NAMED_MAX ? [`  and ${changed.length - NAMED_MAX} more`] : [];
  return new CannotStart(
    [
      "Editions that complaints run on were changed:",
      ...named,
      ...more,
      "Put the packs, shared parts and law back as they were, and write what changed into a new dated file.",
      "Or let new complaints run on the texts as they are now, while the running ones keep theirs:",
      '  npx hoiam accept-editions --reason "…"',
    ].join("\n"),
  );
}

/** An edition as people name it: organisation, procedure, day, and the law's day where several run beside it. */
export function nameOf({ organisation, procedure, effectiveOn, lawEffectiveOn }: EditionRef): string {
  return `${organisation}/${procedure}/${effectiveOn} under the law of ${lawEffectiveOn}`;
}

export function changesOf(changed: ChangedEdition): string {
  return changeLines(changed).join(", ");
}

function changeLines({ changes }: ChangedEdition): string[] {
  const shown = changes.slice(0, CHANGES_SHOWN_MAX);
  return changes.length > CHANGES_SHOWN_MAX ? [...shown, `and ${changes.length - CHANGES_SHOWN_MAX} more`] : shown;
}

/** The text on disk as it would be kept. */
export function asKept({ now }: ChangedEdition): { ref: EditionRef; canonicalText: string } {
  return { ref: now.edition.ref, canonicalText: freeze(now.edition).canonicalText };
}
