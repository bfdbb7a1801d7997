import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The numbers of a user of the operating system. */
export interface OrdinaryUser {
  uid: number;
  gid: number;
}

/**
 * The user that PostgreSQL must be run as: `nobody` when we are root (PostgreSQL refuses to run as root), otherwise
 * undefined, which means "as ourselves".
 */
export function ordinaryUser(): OrdinaryUser | undefined {
  return process.getuid?.() === 0 ? findNobody() : undefined;
}

/** Whether `user` may pass through every folder from the root of the file system down to `folder` (which may not exist yet). */
export function mayEnter(user: OrdinaryUser, folder: string): boolean {
  const above = dirname(folder);
  if (above !== folder && !mayEnter(user, above)) return false;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return true;
  if (found.uid === user.uid) return (found.mode & 0o100) !== 0;
  if (found.gid === user.gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}

/** The name of a user for messages: `alice (uid 1000)`, or `uid 1000` when the machine has no name for it. */
export function describeUser(uid: number): string {
  const name = passwordFileEntries().find((entry) => entry.uid === uid)?.name;
  return name ? `${name} (uid ${uid})` : `uid ${uid}`;
}

function findNobody(): OrdinaryUser {
  const nobody = passwordFileEntries().find((entry) => entry.name === "nobody");
  return nobody ? { uid: nobody.uid, gid: nobody.gid } : { uid: 65534, gid: 65534 };
}

function passwordFileEntries(): { name: string; uid: number; gid: number }[] {
  let text: string;
  try {
    text = readFileSync("/etc/passwd", "utf8");
  } catch {
    return [];
  }
  return text.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
