import type { Clock, Complaint } from "../../complaint/state.ts";

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
  startedAt: string;
  /** The last day, and the instant at which it ends. */
  dueOn: string;
  dueAt: string;
  state: (typeof promiseStates)[number];
  endedAt: string | null;
  /** The term was made longer on the way. */
  extended: boolean;
};

/** The days promised to the customer, the earliest due first: the provider's own, and the law's where the provider has none. */
export function promisedDays({ clocks }: Pick<Complaint, "clocks">, now: string): PromisedDay[] {
  const shown = clocks.filter(({ origin, status }) => origin !== "internal" && status !== "void");
  const own = new Set(shown.flatMap(({ origin, purpose }) => (origin === "procedure" ? [purpose] : [])));
  return shown
    .filter(({ origin, purpose }) => origin === "procedure" || !own.has(purpose))
    .flatMap((clock) => {
      const purpose = shownPurposes.find((each) => each === clock.purpose);
      return purpose === undefined ? [] : [promisedDay(clock, purpose, now)];
    })
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .filter((day, index, all) => index === all.findIndex((each) => isSamePromise(each, day)));
}

/** Two that begin together for one purpose are one promise: the earlier day is the one to keep. */
function isSamePromise(one: PromisedDay, other: PromisedDay): boolean {
  return one.purpose === other.purpose && one.startedAt === other.startedAt;
}

function promisedDay(clock: Clock, purpose: ShownPurpose, now: string): PromisedDay {
  const { startedAt, dueOn, dueAt, endedAt, extensions } = clock;
  return { purpose, startedAt, dueOn, dueAt, state: stateOf(clock, now), endedAt, extended: extensions.length > 0 };
}

function stateOf({ status, dueAt, inclusive }: Clock, now: string): PromisedDay["state"] {
  if (status === "met") return "kept";
  if (status === "late") return "late";
  if (status === "paused") return "paused";
  return now > dueAt || (now === dueAt && !inclusive) ? "overdue" : "running";
}
