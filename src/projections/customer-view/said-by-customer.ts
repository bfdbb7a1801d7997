import type { ComplaintEvent } from "../../complaint/events/event.ts";
import { wordFor, type Happening } from "./what-happened.ts";

/** What the customer did on the page, in their own words: theirs to read again, as everything they wrote. */
export type Said = {
  at: string;
  what: Happening["what"];
  /** As typed; null where nothing was written along. */
  words: string | null;
  /** Names of the files that were sent along. */
  files: string[];
  score: number | null;
};

/** What the customer said since the complaint itself, the latest first. What somebody of the provider wrote down is not theirs. */
export function saidByCustomer(events: readonly ComplaintEvent[]): Said[] {
  return events
    .flatMap((event) => {
      const what = event.actor.kind === "customer" && event.type !== "ComplaintRegistered" ? wordFor(event) : undefined;
      return what === undefined ? [] : [{ at: event.occurredAt, what, ...contentOf(event) }];
    })
    .toReversed();
}

function contentOf(event: ComplaintEvent): Pick<Said, "words" | "files" | "score"> {
  const nothing = { words: null, files: [], score: null };
  switch (event.type) {
    case "InformationReceived": {
      const { message = null, attachments } = event.data;
      return { ...nothing, words: message, files: attachments.map(({ name }) => name) };
    }
    case "VerdictRecorded":
      return { ...nothing, words: event.data.words ?? null, score: event.data.score ?? null };
    case "InvitationAnswered":
    case "NegotiationAsked":
      return { ...nothing, words: event.data.words ?? null };
    case "LevelEscalated":
    case "RoundStarted":
      return { ...nothing, words: event.data.reason };
    default:
      return nothing;
  }
}
