import type { ComplaintFile } from "./file.ts";

export type StageOnRail = {
  id: string;
  name: string;
  state: "passed" | "now" | "next" | "other";
  /** When it was entered last; null where it never was. */
  at: string | null;
  /** Of the fact by which it was entered last. */
  sequence: number | null;
  times: number;
  /** What the pack calls the moves that lead there from here. */
  moves: string[];
  /** Whether one of them is open to the reader now. */
  isOpen: boolean;
};

/** Those that the complaint has not to do with now stand together, wherever several follow each other. */
export function groupsOf(stages: readonly StageOnRail[]): StageOnRail[][] {
  const groups: StageOnRail[][] = [];
  for (const stage of stages) {
    const last = groups.at(-1);
    if (stage.state === "other" && last?.[0]?.state === "other") last.push(stage);
    else groups.push([stage]);
  }
  return groups;
}

/** The pack's stages in its order, each with how the complaint stands to it. `open`: where the reader may lead it now. */
export function stagesOf(file: ComplaintFile, open: ReadonlySet<string>): StageOnRail[] {
  const { complaint, edition, happenings } = file;
  const entries = new Map<string, { at: string; sequence: number; times: number }>();
  for (const { type, data, occurredAt: at, sequence } of happenings.events) {
    if (type !== "StageEntered") continue;
    const stage = String(data["stage"]);
    entries.set(stage, { at, sequence, times: (entries.get(stage)?.times ?? 0) + 1 });
  }
  const moves = edition.stages.find(({ id }) => id === complaint.stage)?.moves ?? [];
  return edition.stages.map(({ id, name }) => {
    const entered = entries.get(id);
    const leading = moves.filter(({ leadsTo }) => leadsTo === id);
    const isNow = id === complaint.stage;
    // Passed is passed, even where a way leads back there.
    const state = isNow ? "now" : entered ? "passed" : leading.length > 0 ? "next" : "other";
    const names = leading.flatMap((move) => move.name ?? []);
    const { at = null, sequence = null, times = 0 } = entered ?? {};
    return { id, name, state, at, sequence, times, moves: [...new Set(names)], isOpen: open.has(id) };
  });
}
