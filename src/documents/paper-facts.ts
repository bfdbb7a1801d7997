import type { ComplaintEvent, EventOf } from "../complaint/events/event.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { EventType } from "../procedure/pure/vocabulary.ts";

/** What a paper is made of: the file as it stands, under its edition. */
export type PaperFacts = {
  complaint: Complaint;
  events: readonly ComplaintEvent[];
  edition: Edition;
  /** Names of people by their ids. */
  names: ReadonlyMap<string, string>;
  /** The instant of making it. */
  now: string;
  /** Its number in its register, `12/2026`; null before it has one. */
  letterNumber: string | null;
};

/** The last fact of a kind; undefined where there is none. */
export function lastOf<T extends EventType>({ events }: Pick<PaperFacts, "events">, type: T): EventOf<T> | undefined {
  return events.findLast((event): event is EventOf<T> => event.type === type);
}

/** What the customer was told of the matter last: a reply, or the answer at the first line. */
export function lastReply(
  facts: Pick<PaperFacts, "events">,
): EventOf<"ReplyGiven" | "AnsweredAtFirstLine"> | undefined {
  return facts.events.findLast(
    (event): event is EventOf<"ReplyGiven" | "AnsweredAtFirstLine"> =>
      event.type === "ReplyGiven" || event.type === "AnsweredAtFirstLine",
  );
}

export function nameIn(named: readonly { id: string; name: string }[], id: string | null | undefined): string {
  return named.find((each) => each.id === id)?.name ?? "";
}

/** The name of a unit on paper: in full where the pack gives it. */
export function unitName({ units }: Edition, id: string | null | undefined): string {
  const unit = units.find((each) => each.id === id);
  return unit?.fullName ?? unit?.name ?? "";
}

/** What is there, joined; empty where nothing is. */
export function joined(values: readonly (string | null | undefined)[], by: string): string {
  return values.filter((each) => each !== undefined && each !== null && each !== "").join(by);
}
