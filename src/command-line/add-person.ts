import { randomBytes, randomUUID } from "node:crypto";
import { Command } from "commander";
import { addPerson, type PeopleRefusal } from "../access/people.ts";
import { giveRole } from "../access/roles.ts";
import { CannotStart } from "../cannot-start.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import { roles, type Role } from "../procedure/pure/vocabulary.ts";
import { writeInside } from "../projections/inside-organisation.ts";
import { knownOrganisations } from "./known-organisations.ts";
import { onDatabase } from "./on-database.ts";

type Options = { organisation: string; id: string; name: string; role: string[] };

/** `hoiam add-person`: the first administrator, who adds everybody else over HTTP. The server must have started once. */
export function addPersonCommand(): Command {
  return new Command("add-person")
    .description("add somebody who may sign in, such as the first administrator; prints a password to be changed")
    .requiredOption("--organisation <id>", "the organisation: vntt, dcnet …")
    .requiredOption("--id <id>", "who they are in the log, for good: lower-case letters, digits and hyphens")
    .requiredOption("--name <name>", "their name")
    .requiredOption("--role <role@unit...>", "what they are, in which unit: administrator@cskh")
    .action((options: Options) => add(options));
}

async function add({ organisation, id, name, role }: Options): Promise<void> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw wrong(`--id "${id}" is not lower-case letters, digits and hyphens`);
  const held = role.map(readRole);
  const password = randomBytes(12).toString("base64url");
  await onDatabase(async (pool) => {
    await knownOrganisations(pool, organisation);
    await writeInside(pool, organisation, async (connection) => {
      const person = { personId: id, name, signInName: id, password, isOneTime: true };
      throwIfRefused(await addPerson(connection, organisation, person), id);
      const fromOn = dayInVietnam(new Date().toISOString());
      for (const each of held) {
        const given = { roleHeldId: randomUUID(), personId: id, ...each, fromOn, givenBy: "set-up" as const };
        throwIfRefused(await giveRole(connection, organisation, given), each.unit);
      }
    });
  });
  console.log(`${name} signs in at ${organisation} as ${id} with the password ${password}`);
}

function readRole(text: string): { role: Role; unit: string } {
  const [role, unit] = text.split("@");
  const known = roles.find((each) => each === role);
  if (known === undefined || !unit) {
    throw wrong(
      `--role "${text}" is not known: write a role and a unit, such as administrator@cskh (${roles.join(", ")})`,
    );
  }
  return { role: known, unit };
}

function throwIfRefused(result: object | PeopleRefusal, what: string): void {
  if (typeof result === "object") return;
  const why = {
    "person-exists": `"${what}" is somebody already`,
    "sign-in-name-taken": `"${what}" is somebody's sign-in name already`,
    "unknown-unit": `there is no unit "${what}" there: its procedure names its units`,
    "unknown-person": `there is no person "${what}"`,
    "changed-meanwhile": "somebody else changed it meanwhile",
  }[result];
  throw wrong(why);
}

function wrong(why: string): CannotStart {
  return new CannotStart(`hoiam add-person: ${why}.`, { exitCode: 2 });
}
