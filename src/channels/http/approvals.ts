import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { personNames } from "../../access/person-names.ts";
import { decisionsOpen, decisionVerbs, type OpenDecision } from "../../complaint/decisions-open.ts";
import { attachmentSchema } from "../../complaint/events/parts.ts";
import { verbs } from "../../procedure/pure/vocabulary.ts";
import { waitingForDecision, type WaitingForDecision } from "../../projections/approvals/waiting-for-decision.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { waitingInInbox } from "../../projections/unit-inbox/unit-inbox.ts";
import { pinnedEdition } from "../../store/pinned-edition.ts";
import { calendarNumberOf } from "./calendar-in-force.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { askedFor, askedForSchema, saidBefore, saidSchema } from "./decision-words.ts";
import { asShown } from "./item-names.ts";
import { queueItemSchema } from "./queue-items.ts";

const DOCUMENTS_MAX = 50;
const decisionSchema = z.object({
  complaint: queueItemSchema,
  about: z.enum(["resolution", "dossier", "remedy", "paper"]),
  itemId: z.string(),
  verbs: z.array(z.enum(verbs)).describe("Those by which I may decide it now."),
  asked: askedForSchema,
  content: z.string().describe("What the customer says, whole."),
  history: z
    .array(saidSchema)
    .describe("What was found, answered, proposed and decided before, and what the customer said of it; in order."),
  documents: z.array(attachmentSchema),
});

/** `/approvals`: what waits for my own decision. `/work-counts`: how much waits for me, for the menu. */
export function approvalRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/approvals",
    {
      config: { scope: "read" },
      schema: {
        tags: ["queues"],
        summary: "What waits for my decision",
        description: "Proposals, dossiers, remedies and papers; those of priority first, then the nearest due.",
        response: { 200: z.object({ items: z.array(decisionSchema) }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      return readInside(wiring.pool, organisation, async (connection) => {
        const waiting = await decisionsOf(wiring, who, connection);
        return { items: await shown(waiting, wiring, { connection, organisation }) };
      });
    },
  );
  api.get(
    "/work-counts",
    {
      config: { scope: "read" },
      schema: {
        tags: ["queues"],
        summary: "How much waits for me and my units",
        response: {
          200: z.object({
            coordinations: z.int().describe("Questions to my units; at most 100: there may be more."),
            approvals: z.int(),
          }),
        },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const units = [...new Set(who.actor.roles.map(({ unit }) => unit))];
      return readInside(wiring.pool, organisation, async (connection) => ({
        coordinations: await waitingInInbox(connection, { organisation, units, visibility: visibilityOf(who.actor) }),
        approvals: (await decisionsOf(wiring, who, connection)).length,
      }));
    },
  );
}

type Waiting = WaitingForDecision & { decision: OpenDecision };

/** What waits and is this person's to decide, asked of the verbs themselves. */
async function decisionsOf(
  { registry, store, now }: Wiring,
  { identity: { organisation }, actor }: SignedIn,
  connection: Connection,
): Promise<Waiting[]> {
  const editions = registry.editions().filter(({ ref }) => ref.organisation === organisation);
  const wanted = decisionVerbs(editions, actor);
  if (wanted.length === 0) return [];
  const found = await waitingForDecision(connection, { organisation, verbs: wanted, visibility: visibilityOf(actor) });
  const number = await calendarNumberOf(connection, organisation);
  const open: Waiting[] = [];
  for (const each of found) {
    const edition = pinnedEdition({ registry }, each.complaint);
    const calendars = await store.calendars.calendarsFor(edition, { number, connection });
    const context = { edition, calendars, now: now(), actor, newId: store.newId };
    open.push(...decisionsOpen(each.complaint, context).map((decision) => ({ ...each, decision })));
  }
  return open;
}

async function shown(
  waiting: readonly Waiting[],
  wiring: Wiring,
  inside: { connection: Connection; organisation: string },
): Promise<z.infer<typeof decisionSchema>[]> {
  const { items } = await asShown({ items: waiting.map(({ item }) => item) }, wiring, inside);
  const people = waiting.flatMap(({ events }) =>
    events.map(({ actor }) => (actor.kind === "person" ? actor.personId : null)),
  );
  const names = await personNames(inside.connection, inside.organisation, people);
  return waiting.flatMap(({ decision, events, complaint }, index) => {
    const item = items[index];
    if (!item) return [];
    const edition = wiring.registry.byHash(complaint.edition.hash);
    const { text, documents, ...asked } = askedFor(decision, events, { names, edition });
    const files = [...documents, ...complaint.attachments];
    return [
      {
        complaint: item,
        ...decision,
        asked: { text, ...asked },
        content: complaint.content,
        history: saidBefore(events, names),
        documents: [...new Map(files.map((file) => [file.attachmentId, file])).values()].slice(0, DOCUMENTS_MAX),
      },
    ];
  });
}
