import type { SpawnOptions } from "node:child_process";
import type { OrdinaryUser } from "./ordinary-user.ts";

/** How PostgreSQL's programs are run: as the right user, from a folder that every user may enter, with no setting of ours leaking in. */
export function childOptions(runAs: OrdinaryUser | undefined): SpawnOptions {
  return {
    ...runAs,
    cwd: process.platform === "win32" ? undefined : "/",
    // Not our own environment: a PGDATA or PGPORT in it would steer the server.
    env: { PATH: "/usr/local/bin:/usr/bin:/bin", TZ: "UTC", LC_ALL: undefined },
    windowsHide: true,
  };
}
