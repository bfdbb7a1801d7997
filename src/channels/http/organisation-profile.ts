import { z } from "zod";
import { isForCustomers } from "../../procedure/pure/edition/channel-use.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { calendarNumberOf } from "./calendar-in-force.ts";
import { channelsOf, closedOf, editionsInForce } from "./closed-channels.ts";
import { administrator } from "./people-rules.ts";
import { problem } from "./problem.ts";

const profileSchema = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  letterhead: z.string().nullable(),
  colour: z.string().nullable().describe("Of the header of the customers' pages; null: the pages' own."),
  zone: z.string(),
  contacts: z
    .array(z.object({ name: z.string(), address: z.string() }))
    .describe("Numbers, mailboxes and places that customers are shown, as the pack publishes them."),
  editions: z.array(
    z.object({
      hash: z.string(),
      procedure: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      edition: z.string().nullable(),
      effectiveOn: z.string(),
      lawEffectiveOn: z.string(),
      nextOn: z.string().nullable().describe("The day of the next one that is here already; null: there is none."),
    }),
  ),
  calendarChanges: z.int().describe("How often the working calendar was changed here; 0: that of the edition counts."),
  closedChannels: z.int(),
});

/** `/organisation`: the provider as its pack describes it, and the editions it works by today. */
export function organisationProfileRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/organisation",
    {
      config: { scope: "read" },
      schema: {
        tags: ["organisation"],
        summary: "Names, colour and contacts that customers are shown, and the editions in force",
        description: "All of it is the pack's; what was changed here is counted. For administrators.",
        response: { 200: profileSchema },
      },
    },
    (request) => profileOf(wiring, administrator(signedIn(request)).identity.organisation),
  );
}

async function profileOf(wiring: Wiring, organisation: string): Promise<z.infer<typeof profileSchema>> {
  const editions = editionsInForce(wiring, organisation);
  const [first] = editions;
  if (!first) throw problem("unknown-procedure", { what: organisation });
  const { id, name, shortName, letterhead = null, colour = null, zone } = first.organisation;
  const calendarChanges = await readInside(wiring.pool, organisation, (connection) =>
    calendarNumberOf(connection, organisation),
  );
  const closed = await closedOf(wiring, organisation);
  return {
    id,
    name,
    shortName,
    letterhead,
    colour,
    zone,
    calendarChanges,
    contacts: channelsOf(editions).flatMap((channel) => {
      const { name: called, address } = channel;
      return address !== undefined && isForCustomers(channel) ? [{ name: called, address }] : [];
    }),
    editions: editions.map((each) => editionShown(each, wiring)),
    closedChannels: closed.length,
  };
}

function editionShown({ ref, header }: Edition, wiring: Wiring) {
  const { hash, procedure, effectiveOn, lawEffectiveOn } = ref;
  const { title, number, edition } = header;
  return { hash, procedure, title, number, edition, effectiveOn, lawEffectiveOn, nextOn: nextAfter(wiring, ref) };
}

function nextAfter(
  { registry }: Pick<Wiring, "registry">,
  { organisation, procedure, effectiveOn }: { organisation: string; procedure: string; effectiveOn: string },
): string | null {
  const later = registry
    .editions()
    .filter(({ ref }) => ref.organisation === organisation && ref.procedure === procedure)
    .map(({ ref }) => ref.effectiveOn)
    .filter((on) => on > effectiveOn)
    .sort();
  return later[0] ?? null;
}
