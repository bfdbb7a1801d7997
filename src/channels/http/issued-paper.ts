import type { EventOf } from "../../complaint/events/event.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import { evolve } from "../../complaint/evolve/evolve.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { PaperAsked } from "../../documents/letter-of-paper.ts";
import { paperNamed } from "./made-papers.ts";
import type { ReadComplaint } from "./read-complaint.ts";

type Issued = EventOf<"PaperIssued">;
type Named = NonNullable<ReturnType<typeof paperNamed>>;

/** A paper that was issued: its document, and, where the program made it, how it was asked for. */
export type IssuedPaper = { document: Attachment | null; made: { named: Named; now: PaperAsked["now"] } | null };

/** The paper of a draft or a fact that was issued, as its file stood then; undefined: it was not issued. */
export function issuedPaper(paperId: string, file: ReadComplaint): IssuedPaper | undefined {
  const place = file.events.findIndex((event) => event.type === "PaperIssued" && event.data.paperId === paperId);
  const issued = file.events[place] as Issued | undefined;
  if (!issued) return undefined;
  const { numberOnPaper, confirmationCode, letterNumber = null, follows, attachment = null } = issued.data;
  const isMade = numberOnPaper !== undefined || confirmationCode !== undefined;
  const events = file.events.slice(0, place);
  let complaint: Complaint | undefined;
  for (const event of events) complaint = evolve(complaint, event);
  const named = complaint && isMade ? paperNamed({ paperId }, { complaint, events, edition: file.edition }) : undefined;
  if (!named) return { document: attachment, made: null };
  return {
    document: attachment,
    made: { named: { ...named, letterNumber, follows, isPreview: false }, now: issued.recordedAt },
  };
}
