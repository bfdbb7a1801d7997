import type { Edition } from "../edition/edition.ts";
import type { AnywhereMove, Move, Stage } from "../edition/stages.ts";
import type { Phase } from "../vocabulary.ts";
import type { Path } from "./problem.ts";

/** A move that may be done at a stage, its own or one from `anywhere`, in the order in which they are tried. */
export type Candidate = { move: Move; path: Path };

/** The stages of an edition and the moves between them. Guards are not looked at: what may happen, not what must. */
export type StageGraph = {
  stages: ReadonlyMap<string, Stage>;
  candidatesAt: (stage: string) => readonly Candidate[];
  /** Where a candidate leads; the stage itself where it stays. */
  after: (stage: string, candidate: Candidate) => string;
  /** Stages reachable from these, themselves included. */
  reachableFrom: (stages: Iterable<string>) => ReadonlySet<string>;
};

export function stageGraphOf(edition: Edition): StageGraph {
  const stages = new Map(edition.stages.map((stage) => [stage.id, stage]));
  const candidates = new Map(edition.stages.map((stage, index) => [stage.id, candidatesOf({ edition, stage, index })]));
  const candidatesAt = (stage: string): readonly Candidate[] => candidates.get(stage) ?? [];
  const after: StageGraph["after"] = (stage, { move }) => {
    const target = move.verb === "reopen" ? edition.reopening.leadsTo : move.leadsTo;
    return target !== undefined && stages.has(target) ? target : stage;
  };
  const reachableFrom = (from: Iterable<string>): ReadonlySet<string> => {
    const found = new Set([...from].filter((stage) => stages.has(stage)));
    for (const stage of found) {
      for (const candidate of candidatesAt(stage)) {
        found.add(after(stage, candidate));
        if (candidate.move.verb !== "reopen") continue;
        for (const { leadsTo } of edition.reopening.ways ?? []) if (stages.has(leadsTo)) found.add(leadsTo);
      }
    }
    return found;
  };
  return { stages, candidatesAt, after, reachableFrom };
}

/** Phases in which the provider still owes the customer something. */
export function isOpen(phase: Phase): boolean {
  return phase !== "closed" && phase !== "archived";
}

function candidatesOf({ edition, stage, index }: { edition: Edition; stage: Stage; index: number }): Candidate[] {
  const own = stage.moves.map((move, at) => ({ move, path: ["stages", index, "moves", at] }));
  const shared = edition.anywhere.flatMap((move, at) =>
    move.phases.includes(stage.phase) ? [{ move: withoutPhases(move), path: ["anywhere", at] }] : [],
  );
  return [...own, ...shared].filter(({ move }) => move.verb !== "reopen" || edition.reopening.allowed);
}

function withoutPhases({ phases: _phases, ...move }: AnywhereMove): Move {
  return move;
}
