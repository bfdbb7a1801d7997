import { isOpen, type Clock, type Complaint } from "../../complaint/state.ts";

/** Purposes of clocks that say something to the customer. What colleagues owe one another is theirs. */
const shownPurposes = [
  "acknowledge",
  "accept-or-refuse",
  "first-reply",
  "call-back",
  "find-cause",
  "handle",
  "repair",
  "inform",
  "remedy",
  "resolve",
  "negotiate",
] as const;
export type ShownPurpose = (typeof shownPurposes)[number];

export const promiseStates = ["running", "overdue", "paused", "kept", "late"] as const;

/** A day that the customer was promised, and whether it was kept. */
export type PromisedDay = {
  purpose: ShownPurpose;
  /** The handling that it belongs to: 2 where the provider handles it for the second time. */
  round: number;
  startedAt: string;
  /** The last day, and the instant at which it ends. */
  dueOn: string;
  dueAt: string;
  state: (typeof promiseStates)[number];
  endedAt: string | null;
  /** The term was made longer on the way. */
  extended: boolean;
};

/** The days that the provider is held to, the earliest due first. Of promises that are one, the earliest day is the one to keep. */
export function promisedDays({ clocks }: Pick<Complaint, "clocks">, now: string): PromisedDay[] {
  return clocks
    .filter(({ origin, status }) => origin !== "internal" && status !== "void")
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0))
    .filter((clock, index, all) => index === all.findIndex((each) => isSamePromise(each, clock)))
    .flatMap((clock) => {
      const purpose = shownPurposes.find((each) => each === clock.purpose);
      return purpose === undefined ? [] : [promisedDay(clock, purpose, now)];
    });
}

/**
 * Two for one purpose are one promise where they begin together in one handling, or where one is the provider's and one the
 * law's; but one that is kept says nothing of one that still runs.
 */
function isSamePromise(one: Clock, other: Clock): boolean {
  if (one.purpose !== other.purpose || isOpen(one) !== isOpen(other)) return false;
  if (one.origin !== other.origin && (isOpen(one) || one.endedAt === other.endedAt)) return true;
  return one.startedAt === other.startedAt && roundOf(one) === roundOf(other);
}

/** What runs for the whole complaint began with the first handling. */
function roundOf({ scope, scopeId }: Clock): number {
  return scope === "round" ? Number(scopeId.slice("round-".length)) : 1;
}

function promisedDay(clock: Clock, purpose: ShownPurpose, now: string): PromisedDay {
  const { startedAt, dueOn, dueAt, endedAt, extensions } = clock;
  return {
    purpose,
    round: roundOf(clock),
    startedAt,
    dueOn,
    dueAt,
    state: stateOf(clock, now),
    endedAt,
    extended: extensions.length > 0,
  };
}

function stateOf({ status, dueAt, inclusive }: Clock, now: string): PromisedDay["state"] {
  if (status === "met") return "kept";
  if (status === "late") return "late";
  if (status === "paused") return "paused";
  return now > dueAt || (now === dueAt && !inclusive) ? "overdue" : "running";
}
