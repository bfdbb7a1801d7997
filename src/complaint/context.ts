import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { EditionCalendars } from "../procedure/pure/edition/calendars-of-edition.ts";
import type { Instant } from "../procedure/pure/instant.ts";
import type { Role } from "../procedure/pure/vocabulary.ts";
import type { ActorRef, EventData } from "./events/event.ts";

/** Who is acting, with what they may act as. A deputy acts under their own name, with the roles of the person they stand in for. */
export type Actor =
  | {
      kind: "person";
      personId: string;
      roles: readonly { role: Role; unit: string }[];
      deputyFor?: string;
      /** How whoever is a deputy signs papers; absent: in place of the post. */
      signsAs?: EventData<"PaperSigned">["delegation"];
      /** In training: takes in, sees and handles complaints that are for practice, and no others. */
      isTraining?: boolean;
    }
  | { kind: "customer" }
  | { kind: "system"; process: string }
  /** Whoever opened the link by which this unit answers this one request: the log knows the link, not a person. */
  | { kind: "link"; linkId: string; coordinationId: string; unit: string };

/** The program itself, when a clock fires. */
export const clocksActor: Actor = { kind: "system", process: "clocks" };

export type Calendars = EditionCalendars;

/** All that `decide` sees beside command and complaint. Time and identity are handed in. */
export type Context = {
  edition: Edition;
  calendars: Calendars;
  /** The time of deciding: what `occurredAt` is when the command names none, and its upper bound. */
  now: Instant;
  actor: Actor;
  newId: () => string;
  /** Under which the store keeps the complaint: other complaints and incidents name it by this. */
  complaintId?: string;
  /** The running number that a new complaint gets. */
  number?: string;
  /** The edition that `move-to-edition` moves a running complaint to, with what it counts on. */
  target?: { edition: Edition; calendars: Calendars };
};

export function actorRef(actor: Actor): ActorRef {
  if (actor.kind === "link") return { kind: "link", linkId: actor.linkId };
  if (actor.kind !== "person") return actor;
  const { personId, deputyFor } = actor;
  return deputyFor === undefined ? { kind: "person", personId } : { kind: "person", personId, deputyFor };
}

/** Nobody but people practises. */
export function isPractising(actor: Actor): boolean {
  return actor.kind === "person" && actor.isTraining === true;
}

export function isSamePerson(actor: Actor, ref: ActorRef): boolean {
  return actor.kind === "person" && ref.kind === "person" && actor.personId === ref.personId;
}
