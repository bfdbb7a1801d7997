import type { Accounts } from "../channels/http/demonstration.ts";
import { demoOrganisations } from "../demo/demo-organisations.ts";
import { signInNameOf } from "../demo/demo-staff.ts";
import { DEMO_PASSWORD, seedDemo } from "../demo/seed-demo.ts";
import type { DemoOrganisation, DemoPerson } from "../demo/story.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { readInside } from "../projections/inside-organisation.ts";
import type { AttachmentStore } from "../store/attachments/attachment-store.ts";
import type { Store } from "../store/open-store.ts";
import type { SecretsKey } from "../store/secret-box.ts";

/** Who shows what a provider's day is like; the others' names stand on the first page of the server. */
const SHOWN_ROLES = ["clerk", "shift-lead", "unit-member", "approver", "board"] as const;

/** Fills an empty database with the demonstration, saying so; it takes some seconds, once. */
export async function tellDemonstration(
  store: Store,
  kept: { attachments: AttachmentStore; secretsKey: SecretsKey },
): Promise<void> {
  const told = await seedDemo({ ...store, ...kept }, { now: new Date().toISOString() });
  if (told !== undefined)
    console.log(`Hồi Âm: ${told} demonstration complaints of ${demoOrganisations.length} providers.`);
}

/** The demonstration's people who are in this database; undefined where none are. */
export async function demonstrationAccounts(store: Store): Promise<Accounts | undefined> {
  const providers: Accounts["providers"] = [];
  for (const demo of demoOrganisations) {
    const edition = store.registry.editions().findLast(({ ref }) => ref.organisation === demo.organisation);
    const there = await signInNamesIn(store, demo);
    const people = demo.people.filter(({ id }) => there.has(signInNameOf(demo.organisation, id)));
    if (!edition || people.length === 0) continue;
    providers.push({
      organisation: demo.organisation,
      name: edition.organisation.name,
      people: people.map((person) => ({
        signInName: signInNameOf(demo.organisation, person.id),
        name: person.name,
        does: whatTheyDo(person, edition),
      })),
    });
  }
  return providers.length === 0 ? undefined : { password: DEMO_PASSWORD, providers };
}

/** A line for each provider with some who may sign in, for the terminal. */
export function linesOf({ password, providers }: Accounts): string[] {
  const lines = providers.map(({ organisation, people }) => {
    const there = new Set(people.map(({ signInName }) => signInName));
    const names = shownOf(organisation).filter((name) => there.has(name));
    return `    ${organisation.padEnd(11)} ${names.join("  ")}`;
  });
  return [
    `  accounts  password ${password}, some of each provider:`,
    ...lines,
    "              everybody else: on the first page",
  ];
}

function shownOf(organisation: string): string[] {
  const people = demoOrganisations.find((demo) => demo.organisation === organisation)?.people ?? [];
  const shown = SHOWN_ROLES.flatMap(
    (role) => people.find(({ roles }) => roles.some((held) => held.role === role)) ?? [],
  );
  return [...new Set(shown.map(({ id }) => signInNameOf(organisation, id)))];
}

async function signInNamesIn({ pool }: Store, { organisation }: DemoOrganisation): Promise<Set<string>> {
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<{ sign_in_name: string }>(
      "select sign_in_name from person where organisation = $1 and closed_at is null limit 1000",
      [organisation],
    ),
  );
  return new Set(rows.map((row) => row.sign_in_name));
}

function whatTheyDo({ roles }: DemoPerson, edition: Edition): string {
  const words = roles.map(({ role, unit }) => {
    const named =
      edition.roles.find((each) => each.role === role && each.unit === unit) ??
      edition.roles.find((each) => each.role === role && each.unit === undefined);
    const unitName = edition.units.find(({ id }) => id === unit)?.name ?? unit;
    return `${named?.name ?? role}, ${unitName}`;
  });
  return [...new Set(words)].join("; ");
}
