import type { ClockRule, Trigger } from "../edition/clocks.ts";
import type { Edition } from "../edition/edition.ts";
import type { EventType } from "../vocabulary.ts";
import { livingCandidates } from "./moves-check.ts";
import { answersTo, stageEntered, waysOf, type Occurrence } from "./occurrences.ts";
import type { Finding } from "./problem.ts";
import { isOpen, type StageGraph } from "./stage-graph.ts";

/**
 * Is every open stage under at least one clock?
 *
 * Every way through the stages is followed from registration, with the clocks that run on it. What is exact: which facts
 * a move writes and which stage it enters, the fields that `given` and `channels` fix, once-only scopes, closing and
 * reopening. What is not looked at: guards of moves (a way may be walked here that no complaint takes) and guards of
 * triggers (a clock whose start depends on a fact counts as started, one whose stop does counts as running on). Kinds
 * that are no complaints are left out, and so are ways after the customer has withdrawn: no promise runs there. A clock
 * that ends on a day which a person may or may not name (a promise, a repair) is not relied on.
 *
 * - error `stage-without-clock`: on no way at all does a clock run there.
 * - warning `clock-gap`: on some way none runs; the way is told, so that a person can judge whether it can be taken.
 */
export function checkClockCoverage(edition: Edition, graph: StageGraph): Finding[] {
  const found = walk(edition, graph);
  return edition.stages.flatMap(({ id, phase }, index): Finding[] => {
    const states = found.get(id);
    if (!states || !isOpen(phase)) return [];
    const { bare } = states;
    if (!bare) return [];
    const path = ["stages", index];
    if (states.everRunning === 0n) {
      const message = `No clock ever runs while a complaint is at "${id}": it could lie there for good.`;
      return [
        {
          severity: "error",
          path,
          code: "stage-without-clock",
          message,
          mend: "Start a clock on entering it (StageEntered), or let one run on.",
        },
      ];
    }
    const message = `A complaint can be at "${id}" with no clock running, after ${wayTo(bare)}.`;
    return [
      {
        severity: "warning",
        path,
        code: "clock-gap",
        message,
        mend: "Start a clock there, or lead on to a stage that has one.",
      },
    ];
  });
}

/** Stages at which a clock may be running. */
export function stagesUnderClock(edition: Edition, graph: StageGraph, clock: ClockRule): string[] {
  const bit = 1n << BigInt(edition.clocks.indexOf(clock));
  return [...walk(edition, graph)].flatMap(([stage, { everRunning }]) => ((everRunning & bit) === 0n ? [] : [stage]));
}

/** Clocks as bits. `spent`: started already, for scopes in which a clock starts once. */
type State = { running: bigint; spent: bigint; step: string; before: State | undefined };
/** `kept`: the poorest states found at a stage. `bare`: the first one without a clock, by the shortest way. */
type Found = Map<string, { kept: State[]; everRunning: bigint; bare: State | undefined }>;
/** What one fact does to the clocks, in this order. */
type Effect = { forgets: bigint; stops: bigint; starts: bigint; spends: bigint };

const walked = new WeakMap<Edition, Found>();

function walk(edition: Edition, graph: StageGraph): Found {
  const known = walked.get(edition);
  if (known) return known;
  const found: Found = new Map();
  walked.set(edition, found);
  const queue: { stage: string; state: State }[] = [];
  const arrive = (stage: string, state: State): void => {
    const at = found.get(stage) ?? { kept: [], everRunning: 0n, bare: undefined };
    found.set(stage, at);
    const isNews = (at.everRunning | state.running) !== at.everRunning;
    at.everRunning |= state.running;
    if (state.running === 0n) at.bare ??= state;
    if (at.kept.some((other) => isNoBetter(other, state)) && !isNews) return;
    at.kept = [...at.kept.filter((other) => !isNoBetter(state, other)), state];
    queue.push({ stage, state });
  };
  if (!graph.stages.has(edition.begins)) return found;
  const registered: Occurrence[] = [
    { type: "ComplaintRegistered", known: new Map() },
    stageEntered(edition, edition.begins),
  ];
  const nothing: State = { running: 0n, spent: 0n, step: "", before: undefined };
  const effects = registered.map((occurrence) => effectOf({ edition, occurrence, stage: edition.begins }));
  arrive(edition.begins, applied({ state: nothing, effects, step: "register" }));
  const steps = new Map([...graph.stages.keys()].map((stage) => [stage, stepsAt({ edition, graph, stage })]));
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const { effects, to, step } of steps.get(next.stage) ?? []) {
      arrive(to, applied({ state: next.state, effects, step }));
    }
  }
  return found;
}

type Step = { effects: Effect[]; to: string; step: string };

/** What may happen at a stage; what neither moves the complaint nor touches a clock is left out. */
function stepsAt({ edition, graph, stage }: { edition: Edition; graph: StageGraph; stage: string }): Step[] {
  return livingCandidates({ edition, graph, stage }).flatMap((candidate) => {
    const { move } = candidate;
    if (move.verb === "withdraw") return [];
    const isEntering = move.leadsTo !== undefined || move.verb === "reopen";
    const to = graph.after(stage, candidate);
    const ways = waysOf({ edition, move, to: isEntering ? to : undefined });
    return ways.flatMap((way) => {
      const effects = way.map((occurrence) => effectOf({ edition, occurrence, stage: to }));
      return isEntering || effects.some(isFelt) ? [{ effects, to, step: `${move.verb} at "${stage}"` }] : [];
    });
  });
}

function effectOf({ edition, occurrence, stage }: { edition: Edition; occurrence: Occurrence; stage: string }): Effect {
  const { type } = occurrence;
  const answers = (triggers: readonly Trigger[]): (boolean | undefined)[] =>
    triggers.map((trigger) => answersTo({ trigger, occurrence, stage, edition }));
  const stops = bitsOf(edition, ({ stop, void: voids }) => answers([...stop, ...voids]).includes(true));
  const ends = type === "ComplaintClosed" ? bitsOf(edition, ({ survivesClosing }) => !survivesClosing) : 0n;
  const isStarted = ({ start }: ClockRule): boolean => answers(start).some((answer) => answer !== false);
  const starts = bitsOf(edition, (clock) => isReliable(clock) && isStarted(clock));
  return { forgets: forgottenAt(edition, type), stops: stops | ends, starts, spends: starts & bitsOf(edition, isOnce) };
}

/** Which once-only clocks may start anew after a fact. */
function forgottenAt(edition: Edition, type: EventType): bigint {
  if (type === "ComplaintReopened") return bitsOf(edition, () => true);
  if (type === "RoundStarted") return bitsOf(edition, ({ scope }) => scope === "round");
  return type === "LevelEscalated" ? bitsOf(edition, ({ scope }) => scope === "level") : 0n;
}

function isReliable({ scope, term }: ClockRule): boolean {
  return scope !== "promise" && (typeof term === "string" || ("otherwise" in term && term.otherwise !== undefined));
}

function isOnce({ scope }: ClockRule): boolean {
  return scope === "complaint" || scope === "level" || scope === "round";
}

function isFelt({ forgets, stops, starts }: Effect): boolean {
  return (forgets | stops | starts) !== 0n;
}

function applied({ state, effects, step }: { state: State; effects: Effect[]; step: string }): State {
  let { running, spent } = state;
  for (const effect of effects) {
    spent &= ~effect.forgets;
    running = (running & ~effect.stops) | (effect.starts & ~spent);
    spent |= effect.spends;
  }
  return { running, spent, step, before: state.step === "" ? undefined : state };
}

function bitsOf(edition: Edition, holds: (clock: ClockRule) => boolean): bigint {
  return edition.clocks.reduce((bits, clock, index) => (holds(clock) ? bits | (1n << BigInt(index)) : bits), 0n);
}

/** Whatever clock may be missing after `b` may be missing after `a` too, so that `b` needs no following. */
function isNoBetter(a: State, b: State): boolean {
  return (a.running & ~b.running) === 0n && (b.spent & ~a.spent) === 0n;
}

function wayTo(state: State): string {
  const steps: string[] = [];
  for (let here: State | undefined = state; here; here = here.before) steps.unshift(here.step);
  return steps.join(", ");
}
