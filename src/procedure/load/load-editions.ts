import type { Problem } from "../pure/check/problem.ts";
import type { Edition, EditionRef } from "../pure/edition/edition.ts";
import { createRegistry, type EditionRegistry } from "../pure/edition/registry.ts";
import { changesBetween } from "../pure/edition/changes-between.ts";
import { fileProblem } from "./document.ts";
import { freeze } from "./freeze.ts";
import { findFiles, placeOf, type FoundFiles, type PackPlace } from "./procedure-folders.ts";
import { readLetters } from "./read-letters.ts";
import { readPack, readPart, type PackFile, type PartFile } from "./read-pack.ts";
import { resolveEdition, type LoadedEdition } from "./resolve-edition.ts";

export type LoadResult =
  { ok: true; registry: EditionRegistry; loaded: LoadedEdition[] } | { ok: false; problems: Problem[] };

/**
 * Reads every pack of the folders (the project's `procedures/`, then the operator's own). One wrong file refuses all, with
 * every problem found: half a set of procedures must not run. Shared parts and law are found in any of the folders.
 *
 * @param kept editions issued earlier whose text is no longer on disk (thawed): the registry finds them by hash
 */
export function loadEditions(folders: readonly string[], kept: readonly Edition[] = []): LoadResult {
  const found = findFiles(folders);
  const { loaded, problems } = loadPacks({ packs: found.packs, found });
  const all = [...found.problems, ...foundTwice(found.packs), ...problems];
  if (all.length > 0) return { ok: false, problems: inOrder(all) };
  return {
    ok: true,
    loaded,
    registry: createRegistry(
      loaded.map(({ edition }) => edition),
      kept,
    ),
  };
}

/**
 * One pack file with what it needs: its own folder's shared parts and law first, then those of `folders`.
 * An edition comes back once for each law edition that is in force during its time.
 */
export function loadPackFile(
  file: string,
  folders: readonly string[],
): { loaded: LoadedEdition[]; problems: Problem[] } {
  const place = placeOf(file);
  if (!place) {
    const mend = "A pack stands in <folder>/<organisation>/<procedure>/<YYYY-MM-DD>.yaml.";
    return {
      loaded: [],
      problems: [fileProblem({ file, code: "file-name", message: "This is no path of a pack.", mend })],
    };
  }
  const found = findFiles([...new Set([place.folder, ...folders])]);
  const siblings = found.packs.filter((pack) => samePlace(pack, { ...place, effectiveOn: pack.effectiveOn }));
  const { loaded, problems } = loadPacks({ packs: [place], found, siblings });
  return { loaded, problems: inOrder(problems) };
}

/** An issued edition that is not as it was issued: what is on disk now, and what changed in it. */
export type ChangedEdition = { issued: Edition; now: LoadedEdition; changes: string[] };

/**
 * Issued editions whose files say something else by now, which an issued edition never may. `issued` are thawed texts, one for
 * each closure; a text that says the same is unchanged, though a newer program writes it under another hash.
 */
export function changedSinceIssued(loaded: readonly LoadedEdition[], issued: readonly Edition[]): ChangedEdition[] {
  return issued.flatMap((edition) => {
    const now = loaded.find((each) => sameClosure(each.edition.ref, edition.ref));
    if (!now || now.edition.ref.hash === edition.ref.hash || freeze(edition).hash === freeze(now.edition).hash)
      return [];
    return [{ issued: edition, now, changes: changesBetween(edition, now.edition) }];
  });
}

/** Issued editions without a file, or without its law edition. Their frozen texts still serve the complaints pinned to them. */
export function missingSinceIssued(loaded: readonly LoadedEdition[], issued: readonly Edition[]): EditionRef[] {
  return issued.flatMap(({ ref }) => (loaded.some(({ edition }) => sameClosure(edition.ref, ref)) ? [] : [ref]));
}

function loadPacks({ packs, found, siblings }: { packs: PackPlace[]; found: FoundFiles; siblings?: PackPlace[] }): {
  loaded: LoadedEdition[];
  problems: Problem[];
} {
  const parts = new Map<string, ReturnType<typeof readPart>>();
  const part = (file: string): ReturnType<typeof readPart> => {
    const read = parts.get(file) ?? readPart(file);
    parts.set(file, read);
    return read;
  };
  const loaded: LoadedEdition[] = [];
  // Of a shared part that is wrong, each including pack would say the same.
  const problems = new Map<string, Problem>();
  for (const place of packs) {
    const next = nextEditionAfter(place, siblings ?? packs);
    const result = loadPack({ place, next, found, part });
    loaded.push(...result.loaded);
    for (const problem of result.problems) problems.set(JSON.stringify(problem), problem);
  }
  return { loaded, problems: [...problems.values()] };
}

type Load = {
  place: PackPlace;
  next: string | undefined;
  found: FoundFiles;
  part: (file: string) => ReturnType<typeof readPart>;
};

function loadPack({ place, next, found, part }: Load): { loaded: LoadedEdition[]; problems: Problem[] } {
  const read = readPack(place.file);
  if (!read.ok) return { loaded: [], problems: read.problems };
  const own = read.read;
  const problems = misplaced(own, place);
  const parts: PartFile[] = [];
  own.pack.includes.forEach((name, index) => {
    const file = found.steps.get(name);
    const shared = file === undefined ? undefined : part(file);
    if (shared?.ok && shared.read.part.part !== name) problems.push(misnamedPart(shared.read, name));
    else if (shared?.ok) parts.push(shared.read);
    else problems.push(...(shared?.problems ?? [unknownPart({ own, name, index, known: [...found.steps.keys()] })]));
  });
  const lawEditions = found.law.get(own.pack.law) ?? [];
  if (lawEditions.length === 0) problems.push(unknownLaw({ own, known: [...found.law.keys()] }));
  const letters = readLetters(place.file);
  problems.push(...letters.problems);
  const loaded: LoadedEdition[] = [];
  for (const { file, effectiveOn } of lawInForceDuring({ from: place.effectiveOn, until: next, lawEditions })) {
    const law = part(file);
    if (!law.ok) problems.push(...law.problems);
    else if (law.read.part.effectiveOn !== effectiveOn) problems.push(misdatedLaw(law.read, effectiveOn));
    if (problems.length > 0 || !law.ok) continue;
    const resolved = resolveEdition({ own, parts, law: law.read, lawEffectiveOn: effectiveOn, letters: letters.texts });
    if (resolved.ok) loaded.push(resolved.loaded);
    else problems.push(...resolved.problems);
  }
  return { loaded: problems.length > 0 ? [] : loaded, problems };
}

/** Law editions that overlap the time from `from` (inclusive) until `until` (exclusive; undefined: without end). */
function lawInForceDuring({
  from,
  until,
  lawEditions,
}: {
  from: string;
  until: string | undefined;
  lawEditions: { effectiveOn: string; file: string }[];
}) {
  return lawEditions.filter(({ effectiveOn }, index) => {
    const replacedOn = lawEditions[index + 1]?.effectiveOn;
    return (until === undefined || effectiveOn < until) && (replacedOn === undefined || replacedOn > from);
  });
}

function nextEditionAfter(place: PackPlace, packs: readonly PackPlace[]): string | undefined {
  const later = packs.filter(
    (pack) => pack.effectiveOn > place.effectiveOn && samePlace(pack, { ...place, effectiveOn: pack.effectiveOn }),
  );
  return later.map((pack) => pack.effectiveOn).sort()[0];
}

function misplaced({ document, pack }: PackFile, place: PackPlace): Problem[] {
  const expected = [
    {
      path: ["organisation", "id"],
      stated: pack.organisation.id,
      placed: place.organisation,
      what: "the folder of the organisation",
    },
    { path: ["procedure"], stated: pack.procedure, placed: place.procedure, what: "the folder of the procedure" },
    {
      path: ["header", "effectiveOn"],
      stated: pack.header.effectiveOn,
      placed: place.effectiveOn,
      what: "the name of the file",
    },
  ];
  return expected.flatMap(({ path, stated, placed, what }) =>
    stated === placed
      ? []
      : [
          document.problem({
            path,
            code: "misplaced",
            message: `This says "${stated}", and ${what} says "${placed}".`,
            mend: "Make both the same.",
          }),
        ],
  );
}

function misdatedLaw({ document }: PartFile, effectiveOn: string): Problem {
  const message = `The name of the file says that this law edition is in force from ${effectiveOn}; "effectiveOn" says otherwise.`;
  return document.problem({ path: ["effectiveOn"], code: "misplaced", message, mend: "Make both the same." });
}

function misnamedPart({ document }: PartFile, name: string): Problem {
  const message = `The name of the file is "${name}", and "part" says otherwise.`;
  return document.problem({ path: ["part"], code: "misplaced", message, mend: "Make both the same." });
}

function unknownPart({
  own,
  name,
  index,
  known,
}: {
  own: PackFile;
  name: string;
  index: number;
  known: string[];
}): Problem {
  const mend =
    known.length > 0 ? `Shared parts that exist: ${known.join(", ")}.` : "There is no folder steps/ with shared parts.";
  return own.document.problem({
    path: ["includes", index],
    code: "unknown-part",
    message: `There is no shared part "${name}".`,
    mend,
  });
}

function unknownLaw({ own, known }: { own: PackFile; known: string[] }): Problem {
  const mend =
    known.length > 0 ? `Jurisdictions that exist: ${known.join(", ")}.` : "There is no folder law/ with law editions.";
  return own.document.problem({
    path: ["law"],
    code: "unknown-law",
    message: `There is no law edition of "${own.pack.law}".`,
    mend,
  });
}

function foundTwice(packs: readonly PackPlace[]): Problem[] {
  return packs.flatMap((pack, index) => {
    const earlier = packs.slice(0, index).find((other) => samePlace(other, pack));
    if (!earlier) return [];
    return [
      fileProblem({
        file: pack.file,
        code: "found-twice",
        message: `This edition stands in ${earlier.file} too.`,
        mend: "Remove one of the two.",
      }),
    ];
  });
}

function samePlace(a: PackPlace, b: PackPlace): boolean {
  return a.organisation === b.organisation && a.procedure === b.procedure && a.effectiveOn === b.effectiveOn;
}

function sameClosure(a: EditionRef, b: EditionRef): boolean {
  return (
    a.organisation === b.organisation &&
    a.procedure === b.procedure &&
    a.effectiveOn === b.effectiveOn &&
    a.lawEffectiveOn === b.lawEffectiveOn
  );
}

function inOrder(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
