import { isOpen, type Clock, type ClosedComplaint, type Complaint } from "../../complaint/state.ts";
import type { ClockRule } from "../../procedure/pure/edition/clocks.ts";
import type { Source } from "../../procedure/pure/edition/source.ts";

/** Purposes of clocks that say something to the customer. What colleagues owe one another is theirs. */
const shownPurposes = [
  "acknowledge",
  "accept-or-refuse",
  "refuse",
  "first-reply",
  "call-back",
  "find-cause",
  "handle",
  "repair",
  "inform",
  "remedy",
  "resolve",
  "result",
  "negotiate",
] as const;
/** `result`: a result was answered by the day of `resolve`, and the matter is not settled by it. */
export type ShownPurpose = (typeof shownPurposes)[number];

export const promiseStates = ["running", "overdue", "paused", "kept", "late"] as const;

/** A day that the customer was promised, and whether it was kept. */
export type PromisedDay = {
  purpose: ShownPurpose;
  /** Id of the clock's rule in the edition. */
  rule: string;
  /** The handling that it belongs to: 2 where the provider handles it for the second time. */
  round: number;
  startedAt: string;
  /** The last day, and the instant at which it ends. */
  dueOn: string;
  dueAt: string;
  state: (typeof promiseStates)[number];
  endedAt: string | null;
  /** `law`: no promise of the provider's own, but what the law asks of every one. */
  origin: "procedure" | "law";
  /** What says so where it is the law: `TT 05/2011/TT-BTTTT`. */
  laws: string[];
  /** The term was made longer on the way. */
  extended: boolean;
};

type Rules = { clocks: readonly Pick<ClockRule, "id" | "source">[] };

/** What a complaint's days are told from. */
type Standing = Pick<Complaint, "clocks" | "phase" | "round" | "refused" | "verdict"> & {
  outcome?: ClosedComplaint["outcome"];
};

/** The days that the provider is held to, the earliest due first. Of promises that are one, the earliest day is the one to keep. */
export function promisedDays(complaint: Standing, { edition, now }: { edition: Rules; now: string }): PromisedDay[] {
  return complaint.clocks
    .filter(({ origin, status }) => origin !== "internal" && status !== "void")
    .filter((clock) => isToldOfRefusal(clock, complaint))
    .toSorted(byDue)
    .filter((clock, index, all) => index === all.findIndex((each) => isSamePromise(each, clock)))
    .flatMap((clock) => {
      const wanted = shownPurposeOf(clock, complaint);
      const purpose = shownPurposes.find((each) => each === wanted);
      return purpose === undefined ? [] : [promisedDay(clock, { purpose, edition, now })];
    });
}

/** The same for a paper or message that says itself that the complaint has arrived: that is no promise in it. */
export function promisedAfterReceipt(...asked: Parameters<typeof promisedDays>): PromisedDay[] {
  return promisedDays(...asked).filter(({ purpose }) => purpose !== "acknowledge");
}

/** A refusal has its own day and is told once it is given; it settled nothing, whatever it ended besides. */
function isToldOfRefusal({ purpose, endedAt }: Clock, { refused, clocks }: Standing): boolean {
  if (purpose === "refuse") return refused !== null;
  const hasItsDay = clocks.some((each) => each.purpose === "refuse" && each.status !== "void");
  return !(purpose === "resolve" && refused !== null && refused.at === endedAt && hasItsDay);
}

/** An answer ends the clock of `resolve`, but the customer it does not content is told of the answer only. */
function shownPurposeOf(clock: Clock, complaint: Standing): string {
  return clock.purpose === "resolve" && !isOpen(clock) && !isSettled(complaint) ? "result" : clock.purpose;
}

function isSettled({ outcome, phase, round, verdict }: Standing): boolean {
  if (outcome !== undefined) return settlingOutcomes.has(outcome);
  const isOfThisRound = phase === "answered" && verdict?.round === round;
  return isOfThisRound && verdict.accepts === "yes" && verdict.satisfied !== "no";
}

const settlingOutcomes: ReadonlySet<ClosedComplaint["outcome"]> = new Set([
  "satisfied",
  "confirmed",
  "agreed",
  "solved",
  "settled",
  "goodwill",
]);

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

/** By day, and on one day the provider's own before the law's. */
function byDue(one: Clock, other: Clock): number {
  if (one.dueAt !== other.dueAt) return one.dueAt < other.dueAt ? -1 : 1;
  return Number(one.origin === "law") - Number(other.origin === "law");
}

function promisedDay(
  clock: Clock,
  { purpose, edition, now }: { purpose: ShownPurpose; edition: Rules; now: string },
): PromisedDay {
  const { rule, startedAt, dueOn, dueAt, endedAt, extensions } = clock;
  const origin = clock.origin === "law" ? "law" : "procedure";
  const source = edition.clocks.find(({ id }) => id === rule)?.source ?? [];
  return {
    purpose,
    rule,
    round: roundOf(clock),
    startedAt,
    dueOn,
    dueAt,
    state: stateOf(clock, now),
    endedAt,
    origin,
    laws: origin === "law" ? lawsNamed(source) : [],
    extended: extensions.length > 0,
  };
}

/** The laws of a citation by their names, without the note on how far they were checked: `law: TT 05/2011 (đã đọc)`. */
function lawsNamed(source: Source): string[] {
  const named = [source].flat().filter((each) => each.startsWith("law: "));
  return [...new Set(named.map((each) => each.slice("law: ".length).split(" (")[0] ?? each))];
}

function stateOf({ status, dueAt, inclusive }: Clock, now: string): PromisedDay["state"] {
  if (status === "met") return "kept";
  if (status === "late") return "late";
  if (status === "paused") return "paused";
  return now > dueAt || (now === dueAt && !inclusive) ? "overdue" : "running";
}
