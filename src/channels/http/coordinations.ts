import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { personNames } from "../../access/person-names.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import {
  coordinationEvents,
  unitInbox,
  type CoordinationEvent,
  type InboxItem,
  type InboxPart,
} from "../../projections/unit-inbox/unit-inbox.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { askedIn, customerSaidIn, customerSaidSchema, informationSchema } from "./coordination-words.ts";
import { notYourRole } from "./role-needed.ts";
import { isElapsedRule, remainingSchema, withRemaining } from "./remaining.ts";

const stepSchema = z.object({
  type: z.string(),
  at: z.string(),
  by: z.string().nullable().describe("The person's name; null: the program, or whoever holds a link."),
  answeredBy: z.string().nullable().describe("Who said it, where somebody else wrote it down or a link was used."),
  via: z.string().nullable(),
  text: z.string().nullable(),
  unit: z.string().nullable().describe("What the provider calls the unit that was asked, or that it was passed on to."),
});

const itemSchema = z.object({
  complaintId: z.string(),
  coordinationId: z.string(),
  number: z.string(),
  unit: z.string(),
  status: z.enum(["asked", "confirmed", "answered", "returned"]),
  askedAt: z.string(),
  dueAt: z.string().nullable(),
  dueRule: z.string().nullable(),
  remaining: remainingSchema,
  reminders: z.int(),
  promisedRepairOn: z.string().nullable(),
  kind: z.string().nullable(),
  customerName: z.string().nullable(),
  customerClass: z.string().nullable(),
  excerpt: z.string(),
  marks: z.array(z.string()),
  question: z.string(),
  information: informationSchema,
  said: customerSaidSchema,
  history: z.array(stepSchema).describe("Asked, confirmed, passed on, reminded, answered, sent back; in order."),
  names: z
    .object({
      unit: z.string(),
      kind: z.string().nullable(),
      customerClass: z.string().nullable(),
      dueRule: z.string().nullable(),
      askedBy: z.string().nullable(),
    })
    .describe("What the provider calls them."),
});

/** `/coordinations`: questions that wait for my units, or that we asked; priority first, then the nearest due. */
export function coordinationRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/coordinations",
    {
      config: { scope: "read" },
      schema: {
        tags: ["queues"],
        summary: "The inbox of my units",
        querystring: z.strictObject({
          queue: z
            .enum(["to-answer", "asked"])
            .default("to-answer")
            .describe("`asked`: of complaints that I or my units are in charge of, until the answer was checked."),
          unit: idParam.optional().describe("Of one unit; another's only for those who see everything."),
        }),
        response: { 200: z.object({ items: z.array(itemSchema) }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const part = partOf(request.query, who);
      return readInside(wiring.pool, organisation, async (connection) => {
        const items = await unitInbox(connection, { organisation, part, visibility: visibilityOf(who.actor) });
        const said = await inWords(items, wiring, { connection, organisation });
        const editions = new Map(items.map(({ coordinationId, editionHash }) => [coordinationId, editionHash]));
        const isElapsed = ({ coordinationId, dueRule }: Item) =>
          isElapsedRule(wiring, { editionHash: editions.get(coordinationId) ?? "none", rule: dueRule });
        return withRemaining({ items: said }, wiring, { connection, organisation, isElapsed });
      });
    },
  );
}

function partOf(
  { queue, unit }: { queue: InboxPart["queue"]; unit?: string | undefined },
  { actor }: SignedIn,
): InboxPart {
  const own = [...new Set(actor.roles.map((held) => held.unit))];
  if (unit !== undefined && !own.includes(unit) && visibilityOf(actor).units !== "all") {
    throw notYourRole([unit]);
  }
  const units = unit === undefined ? own : [unit];
  return queue === "asked" ? { queue, units, personId: actor.personId } : { queue, units };
}

type Item = Omit<z.infer<typeof itemSchema>, "remaining">;

/** Each item with what was said about it and with the provider's words for what its row knows by ids. */
async function inWords(
  items: readonly InboxItem[],
  { registry }: Pick<Wiring, "registry">,
  { connection, organisation }: { connection: Connection; organisation: string },
): Promise<Item[]> {
  const complaintIds = [...new Set(items.map(({ complaintId }) => complaintId))];
  const events = await coordinationEvents(connection, { organisation, complaintIds });
  const people = [...events.values()].flat().map(({ actor }) => (actor.kind === "person" ? actor.personId : null));
  const names = await personNames(connection, organisation, people);
  return items.map(({ editionHash, ...item }) => {
    const edition = registry.byHash(editionHash);
    const all = events.get(item.complaintId) ?? [];
    const own = all.filter(
      (event): event is CoordinationEvent =>
        "coordinationId" in event.data && event.data.coordinationId === item.coordinationId,
    );
    const { question, information } = askedIn(own, item.coordinationId, edition);
    const history = own.map((event) => stepOf(event, { names, edition }));
    return {
      ...item,
      question,
      information,
      said: customerSaidIn(all),
      history,
      names: namesOf(item, edition, history[0]?.by ?? null),
    };
  });
}

function namesOf(
  { unit, kind, customerClass, dueRule }: Omit<InboxItem, "editionHash">,
  edition: Edition | undefined,
  askedBy: string | null,
): Item["names"] {
  return {
    unit: nameIn(edition?.units, unit) ?? unit,
    kind: nameIn(edition?.kinds, kind),
    customerClass: nameIn(edition?.customerClasses, customerClass),
    dueRule: nameIn(edition?.clocks, dueRule),
    askedBy,
  };
}

function stepOf(
  { type, occurredAt: at, actor, data }: CoordinationEvent,
  { names, edition }: { names: ReadonlyMap<string, string>; edition: Edition | undefined },
): Item["history"][number] {
  const by = actor.kind === "person" ? (names.get(actor.personId) ?? actor.personId) : null;
  const step = { type, at, by, answeredBy: null, via: null, text: null, unit: null };
  switch (type) {
    case "CoordinationRequested":
      return { ...step, via: data.via, text: data.question, unit: nameIn(edition?.units, data.unit) };
    case "CoordinationConfirmed":
      return { ...step, answeredBy: data.by ?? null };
    case "CoordinationPassedOn":
      return { ...step, text: data.reason, unit: nameIn(edition?.units, data.unit) };
    case "CoordinationAnswered": {
      const { via, answeredBy = null, cause, measure } = data;
      return { ...step, via, answeredBy, text: `${cause}\n${measure}` };
    }
    case "CoordinationReturned":
      return { ...step, text: data.reason };
    case "CoordinationReminded":
      return { ...step, via: data.via };
  }
}

function nameIn(named: readonly { id: string; name: string }[] | undefined, id: string | null): string | null {
  return id === null ? null : (named?.find((each) => each.id === id)?.name ?? id);
}
