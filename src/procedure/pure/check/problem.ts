/** Steps into a pack: keys and list positions, outermost first. */
export type Path = readonly (string | number)[];

/** What a check found in an edition, before anyone knows which file and line it stands in. */
export type Finding = {
  severity: "error" | "warning";
  path: Path;
  /** Named after the rule that is broken. */
  code: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  mend: string;
};

/** A finding with its place. `line` counts from 1; 0 where the file as a whole is meant. */
export type Problem = Omit<Finding, "path"> & { file: string; line: number; path: string };

/** A path as people read it: `clocks.reply.stop[0].on`, with ids in place of positions where an entry has one. */
export function formatPath(path: Path, root: unknown): string {
  let text = "";
  let here: unknown = root;
  for (const step of path) {
    here = childOf(here, step);
    const id = typeof step === "number" ? idOf(here) : undefined;
    if (typeof step === "number" && id === undefined) text += `[${step}]`;
    else text += `${text === "" ? "" : "."}${id ?? step}`;
  }
  return text;
}

export function childOf(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
}

function idOf(value: unknown): string | undefined {
  const id = childOf(value, "id");
  return typeof id === "string" ? id : undefined;
}
