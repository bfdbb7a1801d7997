import { demoOrganisations } from "../demo/demo-organisations.ts";
import { signInNameOf } from "../demo/demo-staff.ts";
import { DEMO_PASSWORD, seedDemo } from "../demo/seed-demo.ts";
import type { Store } from "../store/open-store.ts";

/** Who shows what a provider's day is like; the others' names stand in the staff list of each provider. */
const SHOWN_ROLES = ["clerk", "shift-lead", "unit-member", "board"] as const;

/** Fills an empty database with the demonstration, saying so; it takes some seconds, once. */
export async function tellDemonstration(store: Store): Promise<void> {
  const told = await seedDemo(store, { now: new Date().toISOString() });
  if (told !== undefined)
    console.log(`Hồi Âm: ${told} demonstration complaints of ${demoOrganisations.length} providers.`);
}

/** A line for each provider with who may sign in, for the terminal. */
export function demonstrationAccounts(): string[] {
  const lines = demoOrganisations.map(({ organisation, people }) => {
    const shown = SHOWN_ROLES.flatMap(
      (role) => people.find(({ roles }) => roles.some((held) => held.role === role)) ?? [],
    );
    const names = [...new Set(shown.map(({ id }) => signInNameOf(organisation, id)))];
    return `    ${organisation.padEnd(11)} ${names.join("  ")}`;
  });
  return [
    `  accounts  password ${DEMO_PASSWORD}, a clerk, a shift lead, a unit's and the board's of each provider:`,
    ...lines,
  ];
}
