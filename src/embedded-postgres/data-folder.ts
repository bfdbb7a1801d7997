import { accessSync, chmodSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { CannotStart } from "../cannot-start.ts";
import { describeUser, mayEnter, ordinaryUser, type OrdinaryUser } from "./ordinary-user.ts";

/** Where everything goes when the wanted folder lies below one that only root may enter. */
const ROOT_FALLBACK = "/var/lib/hoiam";

export interface DataFolder {
  path: string;
  /** The user to run PostgreSQL as; undefined: as ourselves. */
  runAs: OrdinaryUser | undefined;
  /** A line for the person at the terminal, when the folder is not the one asked for. */
  notice?: string;
}

/**
 * Finds the folder for the data and makes sure that it can be used, before anything is written to it.
 *
 * Root gets PostgreSQL run by an ordinary user, who cannot enter a folder below, say, `/root`: the data then goes to
 * `/var/lib/hoiam`, in a folder named after the wanted one so that two clones never share one database.
 */
export function openDataFolder(wanted: string): DataFolder {
  const nobody = ordinaryUser();
  if (!nobody) {
    openOwnFolder(wanted);
    refuseForeignFolder(postgresFolder(wanted));
    return { path: wanted, runAs: undefined };
  }
  // A database made by an ordinary user stays that user's, so that it can still be started without root.
  const runAs = ordinaryOwner(postgresFolder(wanted)) ?? nobody;
  if (mayEnter(runAs, wanted)) {
    // Others may pass through to PostgreSQL's own folder but not list this one; its secrets are 0600.
    makeFolder(wanted, 0o711);
    return { path: wanted, runAs };
  }
  const path = join(ROOT_FALLBACK, wanted.replaceAll(/[^\p{L}\p{N}.]+/gu, "-").replace(/^-/, ""));
  makeFolder(path, 0o711);
  const notice = `${wanted} lies below a folder that only root may enter, and PostgreSQL must run as an ordinary user: the data is kept in ${path}`;
  return { path, runAs: nobody, notice };
}

/** Makes the folder, for us alone, or makes sure that the one that is there is ours. */
export function openOwnFolder(path: string): void {
  if (process.getuid?.() !== 0) refuseForeignFolder(path);
  makeFolder(path, 0o700);
}

/** PostgreSQL's own files, below the data folder. */
export function postgresFolder(dataFolder: string): string {
  return join(dataFolder, "postgres");
}

/** The password of the database's users, readable by the owner of the data folder only. */
export function passwordFile(dataFolder: string): string {
  return join(dataFolder, "postgres-password");
}

function ordinaryOwner(folder: string): OrdinaryUser | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function refuseForeignFolder(path: string): void {
  const found = statUnlessForbidden(path);
  const uid = process.getuid?.();
  if (!found || uid === undefined || found.uid === uid) return;
  throw new CannotStart(
    `The data folder ${path} belongs to ${describeUser(found.uid)} and you are ${describeUser(uid)}: start as that user, or set HOIAM_DATA to a folder of your own.`,
  );
}

function statUnlessForbidden(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new CannotStart(
      `The data folder ${path} cannot be reached (${codeOf(error)}): set HOIAM_DATA to a folder of your own.`,
      {
        cause: error,
      },
    );
  }
}

function makeFolder(path: string, mode: number): void {
  try {
    const firstMade = mkdirSync(path, { recursive: true });
    // mkdir's own mode would be narrowed by the umask.
    for (let made = path; firstMade && made.length >= firstMade.length; made = dirname(made)) chmodSync(made, mode);
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotStart(
      `The data folder ${path} cannot be written (${codeOf(error)}): give yourself the right to write there, or set HOIAM_DATA to another folder.`,
      { cause: error },
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
