import type { Edition } from "../edition/edition.ts";
import type { Guard } from "../edition/guard.ts";
import type { Move } from "../edition/stages.ts";
import type { Verb } from "../vocabulary.ts";
import { describeWitness, findWitness } from "./facts.ts";
import type { Finding, Path } from "./problem.ts";
import type { Candidate, StageGraph } from "./stage-graph.ts";

/**
 * Guards can hold, no move is hidden by earlier ones, and no two moves of a verb leave it open where they lead.
 *
 * Of the moves of one verb the first that fits counts, so an earlier, narrower move before a wider one ("otherwise") is
 * plain. Two moves contradict where they overlap, neither is the wider one, and they lead to different stages: then only
 * the order of lines would decide what happens to a complaint.
 */
export function checkMoves(edition: Edition, graph: StageGraph): Finding[] {
  const findings = new Map<string, Finding>();
  const add = (finding: Finding): void => {
    findings.set(JSON.stringify([finding.path, finding.code]), finding);
  };
  for (const [stage] of graph.stages) {
    for (const ofVerb of byVerb(graph.candidatesAt(stage)).values()) {
      ofVerb.forEach((candidate, index) => {
        if (isDead({ edition, stage, candidate })) return add(neverHolds(candidate, stage));
        const earlier = ofVerb.slice(0, index);
        if (isHidden({ edition, stage, candidate, earlier })) return add(hiddenBy(candidate, stage, earlier));
        for (const other of earlier) {
          const clash = clashOf({ edition, stage, first: other, second: candidate });
          if (clash) add(contradicts({ first: other, second: candidate, stage, ...clash }));
        }
      });
    }
  }
  return [...findings.values()].filter(
    (finding) =>
      !isSharedMove(finding.path) || !happensSomewhere({ edition, graph, path: finding.path, code: finding.code }),
  );
}

/** The candidates at a stage that can be chosen at all: their guard can hold, and no earlier move hides them. */
export function livingCandidates({
  edition,
  graph,
  stage,
}: {
  edition: Edition;
  graph: StageGraph;
  stage: string;
}): Candidate[] {
  return [...byVerb(graph.candidatesAt(stage)).values()].flatMap((ofVerb) =>
    ofVerb.filter(
      (candidate, index) =>
        !isDead({ edition, stage, candidate }) &&
        !isHidden({ edition, stage, candidate, earlier: ofVerb.slice(0, index) }),
    ),
  );
}

type AtStage = { edition: Edition; stage: string };

function isDead({ edition, stage, candidate }: AtStage & { candidate: Candidate }): boolean {
  const { when } = candidate.move;
  return when !== undefined && !findWitness({ edition, guards: [when], given: new Map([["stage", stage]]) });
}

/** Every command that this move would take is taken by an earlier one. */
function isHidden({
  edition,
  stage,
  candidate,
  earlier,
}: AtStage & { candidate: Candidate; earlier: Candidate[] }): boolean {
  const { move } = candidate;
  const wider = earlier.filter(
    (other) => covers(other.move.by, move.by) && isNarrowerGiven(move.given, other.move.given),
  );
  if (wider.length === 0) return false;
  if (wider.some((other) => other.move.when === undefined)) return true;
  const guards: Guard[] = wider.map((other) => ({ not: other.move.when ?? { all: [] } }));
  if (move.when) guards.push(move.when);
  return !findWitness({ edition, guards, given: new Map([["stage", stage]]) });
}

/**
 * A complaint for which both fit, where neither is the wider one, and they lead apart; undefined: there is none. Certain
 * where they look at the same results of the verb; where the results overlap only in part (one speaks of `accepts`, the
 * other of `satisfied`) a person must judge. A stage's own move comes before a shared one by rule, so that is no clash.
 */
function clashOf({
  edition,
  stage,
  first,
  second,
}: AtStage & { first: Candidate; second: Candidate }): { witness: string; isCertain: boolean } | undefined {
  const [a, b] = [first.move, second.move];
  if (a.leadsTo === b.leadsTo || isSharedMove(first.path) !== isSharedMove(second.path)) return undefined;
  if (!mayBeTheSamePerson(a.by, b.by) || !overlapGiven(a.given, b.given)) return undefined;
  const given = new Map([["stage", stage]]);
  const guards = [a.when, b.when].filter((guard) => guard !== undefined);
  const witness = findWitness({ edition, guards, given });
  if (!witness) return undefined;
  const isFirstNarrower = isNarrower({ edition, given, narrow: a, wide: b });
  const isSecondNarrower = isNarrower({ edition, given, narrow: b, wide: a });
  if (isFirstNarrower !== isSecondNarrower) return undefined;
  if (isFirstNarrower && covers(b.by, a.by)) return undefined;
  const isCertain = isNarrowerGiven(a.given, b.given) || isNarrowerGiven(b.given, a.given);
  return { witness: describeWitness(new Map([...witness].filter(([name]) => name !== "stage"))), isCertain };
}

function isNarrower({
  edition,
  given,
  narrow,
  wide,
}: {
  edition: Edition;
  given: ReadonlyMap<string, string>;
  narrow: Move;
  wide: Move;
}): boolean {
  if (!isNarrowerGiven(narrow.given, wide.given)) return false;
  if (wide.when === undefined) return true;
  const guards: Guard[] = [{ not: wide.when }, ...(narrow.when ? [narrow.when] : [])];
  return !findWitness({ edition, guards, given });
}

type Given = Move["given"];

function isNarrowerGiven(narrow: Given, wide: Given): boolean {
  return Object.entries(wide ?? {}).every(([field, values]) => {
    const narrowValues = narrow?.[field];
    return narrowValues !== undefined && listOf(narrowValues).every((value) => listOf(values).includes(value));
  });
}

function overlapGiven(a: Given, b: Given): boolean {
  return Object.entries(a ?? {}).every(([field, values]) => {
    const others = b?.[field];
    return others === undefined || listOf(others).some((value) => listOf(values).includes(value));
  });
}

/** Whoever is one of `narrow` is one of `wide`. */
function covers(wide: readonly string[], narrow: readonly string[]): boolean {
  return narrow.every((who) => wide.includes(who) || wide.includes(who.split("@")[0] ?? who));
}

function mayBeTheSamePerson(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) =>
    b.some((other) => one === other || (isStaff(one) && isStaff(other) && mayHoldBoth(one, other))),
  );
}

function isStaff(who: string): boolean {
  return who !== "customer" && who !== "system";
}

function mayHoldBoth(one: string, other: string): boolean {
  const [roleOne, unitOne] = one.split("@");
  const [roleOther, unitOther] = other.split("@");
  return unitOne === undefined || unitOther === undefined || roleOne !== roleOther || unitOne === unitOther;
}

function byVerb(candidates: readonly Candidate[]): Map<Verb, Candidate[]> {
  return Map.groupBy(candidates, ({ move }) => move.verb);
}

function isSharedMove(path: Path): boolean {
  return path[0] === "anywhere";
}

/** A move open at many stages is only at fault when it can never be made at any of them. */
function happensSomewhere({
  edition,
  graph,
  path,
  code,
}: {
  edition: Edition;
  graph: StageGraph;
  path: Path;
  code: string;
}): boolean {
  if (code === "contradiction" || code === "order-decides") return false;
  return [...graph.stages.keys()].some((stage) =>
    livingCandidates({ edition, graph, stage }).some(
      (candidate) => candidate.path[0] === path[0] && candidate.path[1] === path[1],
    ),
  );
}

function listOf(value: string | boolean | readonly string[]): readonly (string | boolean)[] {
  return typeof value === "object" ? value : [value];
}

function neverHolds({ move, path }: Candidate, stage: string): Finding {
  const message = `The guard of "${move.verb}" can never hold at "${stage}".`;
  return {
    severity: "error",
    path: [...path, "when"],
    code: "guard-never-holds",
    message,
    mend: "Mend the guard, or remove the move.",
  };
}

function hiddenBy({ move, path }: Candidate, stage: string, earlier: Candidate[]): Finding {
  const names = earlier.map((other) => `"${other.move.name ?? other.move.verb}"`).join(", ");
  const message = `This "${move.verb}" at "${stage}" is never chosen: ${names} comes first and takes every case.`;
  return {
    severity: "error",
    path,
    code: "move-hidden",
    message,
    mend: "Put the narrower move first, or give the earlier one a guard.",
  };
}

type Clash = { first: Candidate; second: Candidate; stage: string; witness: string; isCertain: boolean };

function contradicts({ first, second, stage, witness, isCertain }: Clash): Finding {
  const [to, orTo] = [first, second].map(({ move }) => move.leadsTo ?? stage);
  const message = `Two "${second.move.verb}" moves at "${stage}" fit the same complaint (${witness}) and lead to "${to}" and to "${orTo}".`;
  const mend =
    "Make one of them narrower (`not` of the other's guard, or more in `given`), so that the order of the lines decides nothing.";
  const code = isCertain ? "contradiction" : "order-decides";
  return { severity: isCertain ? "error" : "warning", path: second.path, code, message, mend };
}
