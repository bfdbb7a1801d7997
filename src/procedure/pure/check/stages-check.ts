import type { Edition } from "../edition/edition.ts";
import type { Finding, Path } from "./problem.ts";
import { isOpen, type StageGraph } from "./stage-graph.ts";

/** Every stage can be entered, every open one has a way to the end, and the verbs of ending lead to the phases they name. */
export function checkStages(edition: Edition, graph: StageGraph): Finding[] {
  return [
    ...checkBegins(edition),
    ...checkReachable(edition, graph),
    ...checkWayToTheEnd(edition, graph),
    ...checkEndings(edition, graph),
    ...checkReopening(edition, graph),
    ...checkLevels(edition, graph),
    ...checkRounds(edition, graph),
  ];
}

function checkBegins({ stages, begins }: Edition): Finding[] {
  const stage = stages.find(({ id }) => id === begins);
  if (!stage || isOpen(stage.phase)) return [];
  const message = `Registering enters "${begins}", which is ${stage.phase} already.`;
  return [
    error({
      path: ["begins"],
      code: "begins-ended",
      message,
      mend: "Begin at a stage of phase received or under-way.",
    }),
  ];
}

function checkReachable({ stages, begins }: Edition, graph: StageGraph): Finding[] {
  const reachable = graph.reachableFrom([begins]);
  return stages.flatMap(({ id }, index) => {
    if (reachable.has(id)) return [];
    const message = `No moves lead from "${begins}" to the stage "${id}".`;
    return [
      error({
        path: ["stages", index],
        code: "unreachable-stage",
        message,
        mend: `Add a move with leadsTo: ${id}, or remove the stage.`,
      }),
    ];
  });
}

function checkWayToTheEnd({ stages }: Edition, graph: StageGraph): Finding[] {
  return stages.flatMap(({ id, phase }, index) => {
    if (!isOpen(phase)) return [];
    const ahead = [...graph.reachableFrom([id])];
    if (ahead.some((stage) => graph.stages.get(stage)?.phase === "closed")) return [];
    const message = `A complaint at "${id}" can never be closed: no moves lead from here to a stage of phase closed.`;
    return [
      error({
        path: ["stages", index],
        code: "no-way-to-the-end",
        message,
        mend: "Add a move that leads on, or a close move.",
      }),
    ];
  });
}

/** `close` and only `close` enters a closed stage, `archive` and only `archive` an archived one. */
function checkEndings({ stages, anywhere }: Edition, graph: StageGraph): Finding[] {
  const atStages = stages.flatMap(({ moves }, index) =>
    moves.map((move, at) => ({ move, path: ["stages", index, "moves", at] })),
  );
  const atAll = anywhere.map((move, index) => ({ move: { ...move, leadsTo: undefined }, path: ["anywhere", index] }));
  return [...atStages, ...atAll].flatMap(({ move, path }) => {
    const target = move.leadsTo === undefined ? undefined : graph.stages.get(move.leadsTo)?.phase;
    const entered = target === "closed" || target === "archived" ? target : undefined;
    const wanted = move.verb === "close" ? "closed" : move.verb === "archive" ? "archived" : undefined;
    if (entered === wanted) return [];
    const at: Path = move.leadsTo === undefined ? path : [...path, "leadsTo"];
    if (wanted) {
      const message = `"${move.verb}" must lead to a stage of phase ${wanted}, and this one ${move.leadsTo === undefined ? "leads nowhere" : `leads to "${move.leadsTo}"`}.`;
      return [
        error({
          path: at,
          code: "ending-leads-elsewhere",
          message,
          mend: `Name a stage of phase ${wanted} in leadsTo.`,
        }),
      ];
    }
    const verb = entered === "closed" ? "close" : "archive";
    const message = `"${move.verb}" leads to "${move.leadsTo}", which is ${entered}; only "${verb}" records when and how a complaint ended.`;
    return [
      error({ path: at, code: "ends-without-saying-so", message, mend: `Lead to an open stage with a ${verb} move.` }),
    ];
  });
}

function checkReopening({ reopening, stages, anywhere }: Edition, graph: StageGraph): Finding[] {
  const moves = [...stages.flatMap((stage) => stage.moves), ...anywhere];
  const hasMove = moves.some(({ verb }) => verb === "reopen");
  if (!reopening.allowed) {
    const message = "There is a reopen move, and reopening is not allowed.";
    return hasMove
      ? [
          error({
            path: ["reopening", "allowed"],
            code: "reopening-forbidden",
            message,
            mend: "Allow it, or remove the move.",
          }),
        ]
      : [];
  }
  const targets = [
    { path: ["reopening", "leadsTo"], leadsTo: reopening.leadsTo },
    ...(reopening.ways ?? []).map(({ leadsTo }, i) => ({ path: ["reopening", "ways", i, "leadsTo"], leadsTo })),
  ];
  const findings: Finding[] = targets.flatMap(({ path, leadsTo }) => {
    const target = graph.stages.get(leadsTo);
    if (!target || isOpen(target.phase)) return [];
    const message = `Reopening leads to "${leadsTo}", which is ${target.phase}.`;
    return [error({ path, code: "reopens-into-the-end", message, mend: "Name an open stage." })];
  });
  if (!hasMove) {
    const message = "Reopening is allowed, and no closed stage has a reopen move.";
    findings.push(
      error({
        path: ["reopening", "allowed"],
        code: "no-reopen-move",
        message,
        mend: "Add a reopen move to the closed stages, or allowed: false.",
      }),
    );
  }
  return findings;
}

function checkLevels(edition: Edition, graph: StageGraph): Finding[] {
  const limit = { path: ["levels"], count: edition.levels, noun: "level", verb: "escalate" } as const;
  return checkLimit({ edition, graph, ...limit });
}

function checkRounds(edition: Edition, graph: StageGraph): Finding[] {
  const limit = { path: ["rounds"], count: edition.rounds, noun: "round", verb: "start-next-round" } as const;
  return checkLimit({ edition, graph, ...limit });
}

type Limit = {
  edition: Edition;
  graph: StageGraph;
  path: Path;
  count: number | null;
  noun: string;
  verb: "escalate" | "start-next-round";
};

function checkLimit({ edition, graph, path, count, noun, verb }: Limit): Finding[] {
  const moves = [...graph.reachableFrom([edition.begins])].flatMap((stage) =>
    graph.candidatesAt(stage).filter(({ move }) => move.verb === verb),
  );
  const first = moves[0];
  if (count === 1 && first) {
    const message = `"${verb}" begins a second ${noun}, and this procedure knows one.`;
    return [
      error({ path: first.path, code: `beyond-last-${noun}`, message, mend: `Raise ${noun}s, or remove the move.` }),
    ];
  }
  if (count !== 1 && !first) {
    const message = `This procedure knows ${count ?? "any number of"} ${noun}s, and no reachable stage has a "${verb}" move.`;
    return [error({ path, code: `no-second-${noun}`, message, mend: `Write ${noun}s: 1, or add the move.` })];
  }
  return [];
}

function error(found: Omit<Finding, "severity">): Finding {
  return { severity: "error", ...found };
}
