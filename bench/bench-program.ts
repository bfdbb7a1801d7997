import { addPerson } from "../src/access/people.ts";
import { giveRole } from "../src/access/roles.ts";
import { makeToken } from "../src/access/tokens.ts";
import { openStoreOn } from "../src/command-line/open-store-on.ts";
import type { Role } from "../src/procedure/pure/vocabulary.ts";
import { writeInside } from "../src/projections/inside-organisation.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { startProcess, type BenchProcess } from "./processes.ts";

export type BenchProgram = { process: BenchProcess; address: string; token: string; end: () => Promise<void> };

const organisation = "vntt";
const roles: { role: Role; unit: string }[] = [
  { role: "clerk", unit: "cskh" },
  { role: "records-clerk", unit: "cskh" },
  { role: "unit-member", unit: "p-ktvt" },
];

/** Starts the program on a database in a process of its own, with somebody who may do everything that the load does. */
export async function startProgram({ appUrl }: BenchDatabase, execArgv: string[] = []): Promise<BenchProgram> {
  const token = await addBenchPerson(appUrl);
  const process = startProcess("app-process.ts", execArgv);
  const { address } = await process.ask<{ address: string }>({ appUrl });
  return { process, address, token, end: () => process.end() };
}

async function addBenchPerson(appUrl: string): Promise<string> {
  const { store, close } = await openStoreOn(appUrl, { proceduresFolder: undefined });
  try {
    return await writeInside(store.pool, organisation, async (connection) => {
      await addPerson(connection, organisation, { personId: "bench", name: "Người đo", signInName: "bench@vntt" });
      for (const { role, unit } of roles) {
        const held = { roleHeldId: store.newId(), personId: "bench", role, unit, fromOn: "2018-01-19" };
        await giveRole(connection, organisation, { ...held, givenBy: "set-up" });
      }
      const scopes = ["read", "register", "handle"] as const;
      const token = {
        tokenId: store.newId(),
        personId: "bench",
        name: "bench",
        scopes,
        days: 1,
        madeBy: "set-up" as const,
      };
      return (await makeToken(connection, organisation, token)).secret;
    });
  } finally {
    await close();
  }
}
