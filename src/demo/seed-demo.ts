import { Readable } from "node:stream";
import type { Command } from "../complaint/command.ts";
import type { Calendars } from "../complaint/context.ts";
import type { Customer } from "../complaint/events/parts.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Instant } from "../procedure/pure/instant.ts";
import { readInside } from "../projections/inside-organisation.ts";
import type { AttachmentStore } from "../store/attachments/attachment-store.ts";
import { keepContent } from "../store/attachments/keep-content.ts";
import { fireUntil } from "../store/fire-until.ts";
import { handleCommand } from "../store/handle-command.ts";
import type { Store } from "../store/open-store.ts";
import type { SecretsKey } from "../store/secret-box.ts";
import { DemoCustomers } from "./demo-customers.ts";
import { demoOrganisations } from "./demo-organisations.ts";
import { addStaff } from "./demo-staff.ts";
import { fillDesk, scanLetters } from "./desk/fill-desk.ts";
import { fillTray } from "./desk/fill-tray.ts";
import type { DemoOrganisation, Story } from "./story.ts";
import { beginningOf, receivedOnOf, tellStory, type Keeper } from "./tell-story.ts";

/** Documents of the stories are kept beside their complaints. `secretsKey`: what our mail that customers answer was signed with. */
export type DemoStore = Store & { attachments: AttachmentStore; secretsKey: SecretsKey };

/** What everybody of the demonstration signs in with. Not a secret: such a database holds nothing true. */
export const DEMO_PASSWORD = "hoi-am-dung-thu";

/**
 * Fills an empty database with six providers, their staff and their complaints, as told by the stories up to now: through the
 * same commands as every other complaint, each at its time, so that clocks have warned and run out as they would have; and their
 * desks, with mail, letters, calls and pieces of replies. All of it lies in the past, so nothing leaves.
 *
 * The staff comes last, so that a start that was cut short is taken up by the next one; a complaint that it left half told
 * stays as it is.
 *
 * @returns how many complaints were told; undefined where there are people already, and nothing was done.
 */
export async function seedDemo(
  store: DemoStore,
  { now, organisations = demoOrganisations }: { now: Instant; organisations?: readonly DemoOrganisation[] },
): Promise<number | undefined> {
  if (await isInhabited(store)) return undefined;
  const told = await Promise.all(organisations.map((organisation) => fill(store, organisation, now)));
  return told.reduce((sum, each) => sum + each, 0);
}

async function fill(store: DemoStore, organisation: DemoOrganisation, now: Instant): Promise<number> {
  const newest = store.registry.editions().findLast(({ ref }) => ref.organisation === organisation.organisation);
  if (!newest) return 0;
  const calendars = await calendarsOf(store, newest);
  const complaints = await tellAll(store, organisation, { now, calendars });
  const told = { organisation: organisation.organisation, now, calendar: calendars.organisation };
  const { desk } = organisation;
  await fillTray(store, desk, told);
  const letters = await scanLetters(store, desk, told);
  await addStaff(store, { organisation, password: DEMO_PASSWORD, now }, (connection) =>
    fillDesk(connection, desk, { ...told, letters, macrosBy: shiftLeadOf(organisation) }),
  );
  return complaints;
}

/** Who writes the pieces of replies. */
function shiftLeadOf({ organisation, people }: DemoOrganisation): string {
  const lead = people.find(({ roles }) => roles.some(({ role }) => role === "shift-lead"));
  if (!lead) throw new Error(`nobody at ${organisation} leads a shift`);
  return lead.id;
}

async function isInhabited(store: Store): Promise<boolean> {
  for (const { id } of store.registry.organisations()) {
    const found = await readInside(store.pool, id, (connection) =>
      connection.query("select 1 from person where organisation = $1 limit 1", [id]),
    );
    if (found.rows.length > 0) return true;
  }
  return false;
}

/** In the order in which they began, so that their numbers rise as they would have. */
async function tellAll(
  store: DemoStore,
  organisation: DemoOrganisation,
  { now, calendars }: { now: Instant; calendars: Calendars },
): Promise<number> {
  const customers = new DemoCustomers(store, organisation.organisation);
  const inOrder = organisation.stories.toSorted((one, other) =>
    beginningOf(one, { now, calendars }) < beginningOf(other, { now, calendars }) ? -1 : 1,
  );
  const toldBefore = await complaintIdsOf(store, organisation);
  const toTell = inOrder.filter(({ id }) => !toldBefore.has(complaintIdOf(organisation, id)));
  for (const story of toTell) {
    const on = receivedOnOf(story, { now, calendars });
    const found = store.registry.editionInForce({ ...organisation, on });
    if (!found.ok) throw new Error(`${organisation.organisation} ${story.id}: ${found.reason}`);
    const { edition } = found;
    await tellStory(story, {
      now,
      edition,
      calendars: await calendarsOf(store, edition),
      organisation,
      complaintOf: (id) => complaintIdOf(organisation, id),
      keeper: inStore(store, { organisation, story, customers }),
    });
  }
  return toTell.length;
}

async function complaintIdsOf({ pool }: Store, { organisation }: DemoOrganisation): Promise<Set<string>> {
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<{ complaint_id: string }>(
      "select complaint_id from complaint where organisation = $1 limit 1000",
      [organisation],
    ),
  );
  return new Set(rows.map((row) => row.complaint_id));
}

function calendarsOf(store: Store, edition: Edition) {
  return store.calendars.calendarsFor(edition, { number: 0, connection: store.pool });
}

function complaintIdOf({ organisation }: DemoOrganisation, story: string): string {
  return `${organisation}-${story}`;
}

function inStore(
  store: DemoStore,
  { organisation, story, customers }: { organisation: DemoOrganisation; story: Story; customers: DemoCustomers },
): Keeper {
  const complaintId = complaintIdOf(organisation, story.id);
  let known: Complaint | undefined;
  return {
    fireUntil: async (at) => {
      if (known) known = await fireUntil(store, { ...organisation, complaintId, known, at });
      return known;
    },
    keep: async (name, text) => {
      const { infectedBy: _looked, ...kept } = await keepContent(store, {
        organisation: organisation.organisation,
        content: Readable.from([Buffer.from(text)]),
        type: "text/plain",
        bytesMax: Buffer.byteLength(text),
        by: { kind: "system", process: "demonstration" },
      });
      return { attachmentId: store.newId(), name, ...kept };
    },
    carryOut: async (command, actor) => {
      const result = await handleCommand(store, {
        organisation: organisation.organisation,
        procedure: organisation.procedure,
        complaintId,
        command: await withKnownCustomer(command, customers),
        actor,
      });
      if (result.result !== "done") {
        throw new Error(`${complaintId}: ${command.verb} at ${command.occurredAt}: ${JSON.stringify(result)}`);
      }
      known = result.state;
      return known;
    },
  };
}

async function withKnownCustomer(command: Command, customers: DemoCustomers): Promise<Command> {
  if (command.verb !== "register") return command;
  const data = command.data as { customer: Customer };
  return { ...command, data: { ...data, customer: await customers.known(data.customer, command.filled ?? {}) } };
}
