import type { Actor } from "../../src/complaint/context.ts";
import { loadNationalCalendar } from "../../src/procedure/load/calendars.ts";
import { freeze } from "../../src/procedure/load/freeze.ts";
import { loadEditions } from "../../src/procedure/load/load-editions.ts";
import type { CommandRequest } from "../../src/store/decide-command.ts";
import { handleCommand, type CommandResult } from "../../src/store/handle-command.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import type { TestDatabase } from "./database.ts";

/** A store over the project's own packs. */
export function openTestStore(database: Pick<TestDatabase, "pool">): Promise<Store> {
  const editions = loadEditions(["procedures"]);
  if (!editions.ok) throw new Error(JSON.stringify(editions.problems, null, 1));
  const national = loadNationalCalendar("procedures/calendars/vn");
  return openStore({ pool: database.pool, registry: editions.registry, national, freeze });
}

/** A clerk of VNTT's customer care. */
export const clerk: Actor = { kind: "person", personId: "lan", roles: [{ role: "clerk", unit: "cskh" }] };

export const otherClerk: Actor = { kind: "person", personId: "hai", roles: [{ role: "clerk", unit: "cskh" }] };

/** A charges complaint by telephone. `change` replaces values of the command's data. */
export function registration(change: Record<string, unknown> = {}): CommandRequest {
  return {
    organisation: "vntt",
    command: {
      verb: "register",
      data: {
        channel: "phone",
        customer: { name: "Nguyễn Thị Đào", phone: "0912 345 678", consumer: true },
        content: "Cước internet tháng 10 tăng gấp đôi, mất kết nối ba ngày.",
        kind: "charges",
        ...change,
      },
    },
    actor: clerk,
  };
}

/** Registers a complaint and fails the spec where that is refused. */
export async function registered(store: Store, change: Record<string, unknown> = {}) {
  return done(await handleCommand(store, registration(change)));
}

/** The result of a command that must have been carried out. */
export function done(result: CommandResult): Extract<CommandResult, { result: "done" }> {
  if (result.result !== "done") throw new Error(`not done: ${JSON.stringify(result, null, 1).slice(0, 2000)}`);
  return result;
}
