import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Problem } from "../pure/check/problem.ts";
import { parseDay } from "../pure/day.ts";
import { fileProblem } from "./document.ts";

/** The files of one or more procedure folders, sorted by what they are. */
export type FoundFiles = {
  packs: PackPlace[];
  /** `procedures/steps/<name>.yaml`, by name. */
  steps: Map<string, string>;
  /** `procedures/law/<jurisdiction>/<day>.yaml`, by jurisdiction, earliest day first. */
  law: Map<string, { effectiveOn: string; file: string }[]>;
  problems: Problem[];
};

export type PackPlace = { file: string; organisation: string; procedure: string; effectiveOn: string };

/** What stands in a procedure folder besides the folders of organisations. */
const reserved: ReadonlySet<string> = new Set(["steps", "law", "calendars", "mail", "letters"]);

/** Looks through the project's `procedures/` and the operator's own folder. Nothing is read yet. */
export function findFiles(folders: readonly string[]): FoundFiles {
  const found: FoundFiles = { packs: [], steps: new Map(), law: new Map(), problems: [] };
  for (const folder of folders) {
    for (const name of foldersIn(folder, found)) {
      if (name === "steps") addSteps(join(folder, name), found);
      else if (name === "law") addLaw(join(folder, name), found);
      else if (!reserved.has(name)) addOrganisation(join(folder, name), found);
    }
  }
  for (const editions of found.law.values()) editions.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  return found;
}

/** Where a pack file stands by its path: `<folder>/<organisation>/<procedure>/<day>.yaml`; undefined for any other path. */
export function placeOf(file: string): (PackPlace & { folder: string }) | undefined {
  const effectiveOn = basename(file, ".yaml");
  const procedureFolder = dirname(file);
  const organisationFolder = dirname(procedureFolder);
  if (!file.endsWith(".yaml") || !parseDay(effectiveOn).ok) return undefined;
  return {
    file,
    effectiveOn,
    procedure: basename(procedureFolder),
    organisation: basename(organisationFolder),
    folder: dirname(organisationFolder),
  };
}

export function isExamplesFile(name: string): boolean {
  return name.endsWith(".examples.yaml");
}

function addOrganisation(folder: string, found: FoundFiles): void {
  for (const procedure of foldersIn(folder, found)) {
    for (const name of yamlFilesIn(join(folder, procedure), found)) {
      const file = join(folder, procedure, name);
      const place = placeOf(file);
      if (place) found.packs.push(place);
      else if (!isExamplesFile(name)) found.problems.push(misnamed(file));
    }
  }
}

function addSteps(folder: string, found: FoundFiles): void {
  for (const fileName of yamlFilesIn(folder, found)) {
    const name = fileName.replace(/\.ya?ml$/, "");
    const file = join(folder, fileName);
    const earlier = found.steps.get(name);
    if (earlier !== undefined) found.problems.push(twice({ file, earlier, what: `The shared part "${name}"` }));
    else found.steps.set(name, file);
  }
}

function addLaw(folder: string, found: FoundFiles): void {
  for (const jurisdiction of foldersIn(folder, found)) {
    const editions = found.law.get(jurisdiction) ?? [];
    found.law.set(jurisdiction, editions);
    for (const name of yamlFilesIn(join(folder, jurisdiction), found)) {
      const file = join(folder, jurisdiction, name);
      const effectiveOn = placeOf(file)?.effectiveOn;
      const earlier = editions.find((edition) => edition.effectiveOn === effectiveOn);
      if (effectiveOn === undefined) found.problems.push(misnamed(file));
      else if (earlier) found.problems.push(twice({ file, earlier: earlier.file, what: "This law edition" }));
      else editions.push({ effectiveOn, file });
    }
  }
}

function misnamed(file: string): Problem {
  return fileProblem({
    file,
    code: "file-name",
    message: "The name of this file is not a day.",
    mend: "Name it after the day from which it is in force: 2018-01-19.yaml (and its examples 2018-01-19.examples.yaml).",
  });
}

function twice({ file, earlier, what }: { file: string; earlier: string; what: string }): Problem {
  const mend = "Remove or rename one of the two.";
  return fileProblem({ file, code: "found-twice", message: `${what} stands in ${earlier} too.`, mend });
}

function foldersIn(folder: string, found: FoundFiles): string[] {
  return entriesIn(folder, found).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function yamlFilesIn(folder: string, found: FoundFiles): string[] {
  return entriesIn(folder, found).flatMap((entry) =>
    entry.isFile() && /\.ya?ml$/.test(entry.name) ? [entry.name] : [],
  );
}

function entriesIn(folder: string, found: FoundFiles): { name: string; isFile(): boolean; isDirectory(): boolean }[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith("."));
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const mend = "Check the path (setting HOIAM_PROCEDURES) and the rights of the folder.";
    found.problems.push(
      fileProblem({ file: folder, code: "unreadable", message: `The folder cannot be read: ${reason}.`, mend }),
    );
    return [];
  }
}
