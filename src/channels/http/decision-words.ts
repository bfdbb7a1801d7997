import { z } from "zod";
import type { OpenDecision } from "../../complaint/decisions-open.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { remedyTypes } from "../../procedure/pure/vocabulary.ts";

export const saidSchema = z.object({
  type: z.string(),
  at: z.string(),
  by: z.string().nullable().describe("The person's name; null: nobody signed in."),
  text: z.string().nullable(),
  verdict: z
    .object({ accepts: z.enum(["yes", "no", "silent"]), satisfied: z.enum(["yes", "no", "not-asked", "unknown"]) })
    .nullable()
    .describe("What the customer said of the answer, where that is what was said."),
});
export const askedForSchema = saidSchema.extend({
  amount: z.int().nullable().describe("In đồng."),
  remedy: z.enum(remedyTypes).nullable(),
  paper: z.string().nullable().describe("What the pack calls it."),
});

type Said = z.infer<typeof saidSchema>;
type Names = ReadonlyMap<string, string>;

/** What exactly is put before whoever decides: who asks, when, in which words, and with which documents. */
export function askedFor(
  { about, itemId }: OpenDecision,
  events: readonly ComplaintEvent[],
  { names, edition }: { names: Names; edition: Edition | undefined },
): z.infer<typeof askedForSchema> & { documents: Attachment[] } {
  const event = events.findLast((each) => isAsking(each, about, itemId));
  const nothing = {
    type: "",
    at: "",
    by: null,
    text: null,
    verdict: null,
    amount: null,
    remedy: null,
    paper: null,
    documents: [],
  };
  if (!event) return nothing;
  const asked = { ...nothing, ...said(event, names) };
  switch (event.type) {
    case "RemedyAgreed":
      return { ...asked, amount: event.data.amount, remedy: event.data.type };
    case "PaperDrafted": {
      const { paper, attachment } = event.data;
      const name = edition?.papers.find(({ id }) => id === paper)?.name ?? paper;
      return { ...asked, paper: name, documents: attachment ? [attachment] : [] };
    }
    case "DossierSubmitted":
      return { ...asked, documents: event.data.attachments };
    default:
      return asked;
  }
}

function isAsking(event: ComplaintEvent, about: OpenDecision["about"], itemId: string): boolean {
  switch (event.type) {
    case "ResolutionProposed":
      return about === "resolution" && event.data.resolutionId === itemId;
    case "DossierSubmitted":
      return about === "dossier" && event.data.dossierId === itemId;
    case "RemedyAgreed":
      return about === "remedy" && event.data.remedyId === itemId;
    case "PaperDrafted":
      return about === "paper" && event.data.paperId === itemId;
    default:
      return false;
  }
}

/** What was found, proposed, answered and decided so far, and what the customer said of it. */
export function saidBefore(events: readonly ComplaintEvent[], names: Names): Said[] {
  return events.filter((event) => textOf(event) !== undefined).map((event) => said(event, names));
}

function said(event: ComplaintEvent, names: Names): Said {
  const { type, data, occurredAt: at, actor } = event;
  const by = actor.kind === "person" ? (names.get(actor.personId) ?? actor.personId) : null;
  const verdict = type === "VerdictRecorded" ? { accepts: data.accepts, satisfied: data.satisfied } : null;
  return { type, at, by, text: textOf(event) ?? null, verdict };
}

/** The words of a fact that belongs to deciding; undefined: it does not belong to it. */
function textOf({ type, data }: ComplaintEvent): string | null | undefined {
  switch (type) {
    case "FindingRecorded":
      return data.cause;
    case "ReplyGiven":
    case "AnsweredAtFirstLine":
      return data.content;
    case "ComplaintRefused":
      return data.message;
    case "VerdictRecorded":
      return data.words ?? null;
    case "InformationReceived":
      return data.message ?? null;
    case "MeetingRecorded":
      return data.result;
    case "LevelEscalated":
    case "RoundStarted":
      return data.reason;
    case "CoordinationAnswered":
      return `${data.cause}\n${data.measure}`;
    case "ResolutionProposed":
    case "PaperDrafted":
      return data.content ?? null;
    case "ResolutionSentBack":
    case "RemedyAgreed":
      return data.reason;
    case "ResolutionApproved":
    case "RemedyApproved":
      return data.comment ?? null;
    case "DossierSubmitted":
      return data.summary;
    case "DirectionGiven":
      return data.direction;
    default:
      return undefined;
  }
}
