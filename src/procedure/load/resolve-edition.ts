import { childOf, type Path, type Problem } from "../pure/check/problem.ts";
import { packSchema, partSchema, type Edition } from "../pure/edition/edition.ts";
import type { ReadDocument } from "./document.ts";
import { pin } from "./freeze.ts";
import type { PackFile, PartFile } from "./read-pack.ts";

/** A resolved edition that still knows in which file each of its values stands. */
export type LoadedEdition = {
  edition: Edition;
  /** The pack's own file. */
  file: string;
  locate: (path: Path) => { file: string; line: number };
};

/**
 * Merges shared parts and a law edition into a pack and freezes the result under its hash.
 *
 * Lists are merged in the order shared parts, own, law. An own entry with the id of a shared one replaces it whole, in its
 * place; one with the id of a duty of the law is refused (a provider may promise more beside the law, never instead of it).
 * Moves under `anywhere` have no id: the pack's own come first, because the first that fits counts.
 */
export function resolveEdition({
  own,
  parts,
  law,
  lawEffectiveOn,
  letters,
}: {
  own: PackFile;
  parts: PartFile[];
  law: PartFile;
  lawEffectiveOn: string;
  /** Texts by file name; they stand under the hash like every other value. */
  letters: Record<string, string>;
}): { ok: true; loaded: LoadedEdition } | { ok: false; problems: Problem[] } {
  const layers: Layer[] = [
    ...parts.map(({ document, part }): Layer => ({ from: "part", document, lists: part })),
    { from: "own", document: own.document, lists: own.pack },
    { from: "law", document: law.document, lists: law.part },
  ];
  const problems: Problem[] = [];
  const merged = new Map(listNames.map((name) => [name, mergeList({ name, layers, problems })]));
  if (problems.length > 0) return { ok: false, problems };

  const lists = Object.fromEntries([...merged].map(([name, entries]) => [name, entries.map((entry) => entry.value)]));
  const pack = packSchema.parse({ ...own.pack, ...lists });
  const { organisation, procedure, header } = pack;
  const ref = { organisation: organisation.id, procedure, effectiveOn: header.effectiveOn, lawEffectiveOn };
  return {
    ok: true,
    loaded: {
      edition: pin({ ...pack, ...(Object.keys(letters).length > 0 ? { letters } : {}), ref }),
      file: own.document.file,
      locate: locatorOf({ own, merged }),
    },
  };
}

type Layer = { from: "part" | "own" | "law"; document: ReadDocument; lists: object };
type Entry = { value: unknown; key: string | undefined; layer: Layer; path: Path };

const listNames = Object.keys(partSchema.shape).filter((key) => !["format", "part", "effectiveOn"].includes(key));
const dutiesOfLaw: ReadonlySet<string> = new Set(["clocks", "timeBars", "paperDuties"]);
const firstFitCounts: ReadonlySet<string> = new Set(["anywhere"]);

function mergeList({ name, layers, problems }: { name: string; layers: Layer[]; problems: Problem[] }): Entry[] {
  const merged: Entry[] = [];
  for (const layer of firstFitCounts.has(name) ? ownFirst(layers) : layers) {
    for (const entry of entriesOf({ name, layer })) {
      const problem = originProblem({ name, entry });
      if (problem) problems.push(problem);
      const same = entry.key === undefined ? -1 : merged.findIndex(({ key }) => key === entry.key);
      const earlier = merged[same];
      if (!earlier) merged.push(entry);
      else if (earlier.layer.from === "part" && layer.from === "own") merged[same] = entry;
      else if (layer.from !== "law" || dutiesOfLaw.has(name)) problems.push(sameIdTwice({ name, earlier, entry }));
    }
  }
  return merged;
}

function entriesOf({ name, layer }: { name: string; layer: Layer }): Entry[] {
  const list = childOf(layer.lists, name);
  if (!Array.isArray(list)) return [];
  return list.map((value: unknown, index) => ({
    value:
      layer.from === "law" && dutiesOfLaw.has(name) && typeof value === "object" ? { ...value, origin: "law" } : value,
    key: keyOf(name, value),
    layer,
    path: [name, index],
  }));
}

/** What makes an entry of a list the same as another; undefined where entries merely stand side by side. */
function keyOf(name: string, value: unknown): string | undefined {
  const text = (key: string): string => {
    const named = childOf(value, key);
    return typeof named === "string" ? named : "";
  };
  if (name === "anywhere" || name === "planned" || name === "remarks") return undefined;
  if (name === "roles") return `${text("role")}@${text("unit")}`;
  return name === "retention" ? text("record") : text("id");
}

function ownFirst(layers: Layer[]): Layer[] {
  return [...layers.filter(({ from }) => from === "own"), ...layers.filter(({ from }) => from !== "own")];
}

function originProblem({ name, entry }: { name: string; entry: Entry }): Problem | undefined {
  if (!dutiesOfLaw.has(name) || entry.layer.from === "law" || childOf(entry.value, "origin") !== "law")
    return undefined;
  return entry.layer.document.problem({
    path: [...entry.path, "origin"],
    code: "law-outside-law-part",
    message: "Only the law part may hold duties of the law.",
    mend: "Take out `origin: law`, or move this to procedures/law/.",
  });
}

function sameIdTwice({ name, earlier, entry }: { name: string; earlier: Entry; entry: Entry }): Problem {
  const ofLaw = entry.layer.from === "law";
  // The law file is not the one to mend when a pack takes an id of the law.
  const [wrong, other] = ofLaw && earlier.layer.from !== "law" ? [earlier, entry] : [entry, earlier];
  const place = `${other.layer.document.file}:${other.layer.document.lineOf(other.path)}`;
  return wrong.layer.document.problem({
    path: wrong.path,
    code: ofLaw ? "replaces-law" : "duplicate-id",
    message: `"${wrong.key}" stands in ${name} already: ${place}.`,
    mend: ofLaw
      ? "A duty of the law is not replaced: give yours another id, and both run."
      : "Give one of them another id.",
  });
}

function locatorOf({ own, merged }: { own: PackFile; merged: Map<string, Entry[]> }): LoadedEdition["locate"] {
  return (path) => {
    const [name, index, ...rest] = path;
    const entry = typeof index === "number" ? merged.get(String(name))?.[index] : undefined;
    const document = entry?.layer.document ?? own.document;
    return { file: document.file, line: document.lineOf(entry ? [...entry.path, ...rest] : path) };
  };
}
