import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CannotStart } from "../cannot-start.ts";
import type { PostgresBinaries } from "./binaries.ts";
import { childOptions } from "./child-environment.ts";
import type { OrdinaryUser } from "./ordinary-user.ts";
import { isAlive } from "./postmaster-file.ts";

// C.UTF-8 for the letters (trigrams and text search see "ế" as a letter); a Mac that lacks it has en_US.UTF-8.
const LOCALES = ["C.UTF-8", "en_US.UTF-8"];

/**
 * Makes PostgreSQL's folder with `initdb`, or leaves the one that is there. It is made under another name and put in
 * place whole, so that an interrupted start leaves nothing half done.
 */
export async function createClusterIfMissing(options: {
  folder: string;
  superuserPassword: string;
  binaries: PostgresBinaries;
  runAs: OrdinaryUser | undefined;
}): Promise<void> {
  if (existsSync(join(options.folder, "PG_VERSION"))) return;
  removeUnfinished(options.folder);
  const unfinished = `${options.folder}.unfinished-${process.pid}`;
  try {
    await initialise({ ...options, folder: unfinished });
    renameSync(unfinished, options.folder);
  } catch (error) {
    // Another start was first.
    if (existsSync(join(options.folder, "PG_VERSION"))) return;
    throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function initialise(options: Parameters<typeof createClusterIfMissing>[0]): Promise<void> {
  const { folder, runAs } = options;
  makeOwned(() => mkdirSync(folder, { mode: 0o700 }), folder, runAs);
  const passwordFolder = mkdtempSync(`${folder}-password-`);
  const passwordFile = join(passwordFolder, "password");
  try {
    if (runAs) chownSync(passwordFolder, runAs.uid, runAs.gid);
    writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 });
    if (runAs) chownSync(passwordFile, runAs.uid, runAs.gid);
    let refusal = "";
    for (const locale of LOCALES) {
      refusal = await runInitdb({ ...options, passwordFile, locale });
      if (!refusal.includes("invalid locale")) break;
    }
    if (refusal) throw refusalOf(refusal, folder);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
}

/** Resolves to what initdb complained about; empty when it succeeded. */
function runInitdb(options: {
  binaries: PostgresBinaries;
  folder: string;
  passwordFile: string;
  locale: string;
  runAs: OrdinaryUser | undefined;
}): Promise<string> {
  const child = spawn(
    options.binaries.initdb,
    [
      `--pgdata=${options.folder}`,
      "--username=postgres",
      `--pwfile=${options.passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      `--locale=${options.locale}`,
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      // Messages stay in English: we read some of them.
      "--lc-messages=C",
    ],
    { ...childOptions(options.runAs), stdio: ["ignore", "ignore", "pipe"] },
  );
  return new Promise((resolve) => {
    let complaints = "";
    child.stderr?.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? "" : complaints.trim() || `initdb ended with code ${code}`));
  });
}

function refusalOf(complaints: string, folder: string): CannotStart {
  const where = dirname(folder);
  if (complaints.includes("No space left on device")) return diskFull(where);
  const firstLine = complaints.split("\n").find((line) => line.includes("error:")) ?? complaints.split("\n")[0];
  return new CannotStart(`PostgreSQL could not be set up in ${where}: ${firstLine}`);
}

/** The one line for a full disk, whether it is found when the folder is made or when the server starts. */
export function diskFull(where: string): CannotStart {
  return new CannotStart(
    `The disk of ${where} is full: free some space (about 100 MB for an empty database), or set HOIAM_DATA to a folder on another disk.`,
  );
}

function makeOwned(make: () => void, folder: string, runAs: OrdinaryUser | undefined): void {
  try {
    make();
    if (runAs) chownSync(folder, runAs.uid, runAs.gid);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") throw diskFull(dirname(folder));
    throw error;
  }
}

/** Removes what an initdb that was killed left behind, unless its start is still running. */
function removeUnfinished(folder: string): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    const pid = /\.unfinished-(\d+)/.exec(name)?.[1];
    if (pid && Number(pid) !== process.pid && !isAlive(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}
