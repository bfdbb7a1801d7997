import { addPerson } from "../access/people.ts";
import { giveRole } from "../access/roles.ts";
import type { Instant } from "../procedure/pure/instant.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import { writeInside, type Connection } from "../projections/inside-organisation.ts";
import type { Store } from "../store/open-store.ts";
import type { DemoOrganisation } from "./story.ts";
import { personIdOf } from "./tell-story.ts";

/** Under which name a person of the demonstration signs in: `lan@vntt`. */
export function signInNameOf(organisation: string, personId: string): string {
  return `${personId}@${organisation}`;
}

/** A provider's staff with their roles, and with what is theirs (`andThen`): all or nothing of it. */
export async function addStaff(
  store: Store,
  { organisation, password, now }: { organisation: DemoOrganisation; password: string; now: Instant },
  andThen?: (connection: Connection) => Promise<void>,
): Promise<void> {
  const id = organisation.organisation;
  await writeInside(store.pool, id, async (connection) => {
    for (const person of organisation.people) {
      const personId = personIdOf(organisation, person);
      const signInName = signInNameOf(id, person.id);
      must(await addPerson(connection, id, { personId, name: person.name, signInName, password }), person.id);
      for (const held of person.roles) {
        const fromOn = dayInVietnam(now);
        const role = { roleHeldId: store.newId(), personId, ...held, fromOn, givenBy: "set-up" as const };
        must(await giveRole(connection, id, role), person.id);
      }
    }
    await andThen?.(connection);
  });
}

function must(result: object | string, person: string): void {
  if (typeof result === "string") throw new Error(`the demonstration's ${person} could not be added: ${result}`);
}
