import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { complaintFile, findComplaint, outboxStatuses } from "../../projections/complaint-file/complaint-file.ts";
import { readInside, writeInside, type Connection } from "../../projections/inside-organisation.ts";
import { sendAgain } from "../../store/outbox-outcomes.ts";
import { carriers, type Carried, type Carrier } from "../../store/outbox-sending.ts";
import { canSendAgain, carrierOfMessage, isDeadEnd, waysToCustomer } from "../send-out/ways-to-customer.ts";
import { idParam } from "./addresses.ts";
import { created, signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { reachComplaint, readComplaint } from "./read-complaint.ts";
import { takingIn } from "./role-needed.ts";

const messageSchema = z.object({
  outboxId: z.string(),
  sequence: z.int().describe("The fact on account of which it leaves."),
  kind: z.string(),
  audience: z.string(),
  recipient: z.string().nullable(),
  channel: z.string().nullable(),
  urgency: z.enum(["now", "digest"]),
  status: z.enum(outboxStatuses),
  carrier: z.enum(carriers).nullable().describe("By what it leaves; null: nothing that is connected carries it."),
  parts: z.int().nullable().describe("Short messages that it was sent as."),
  outcomeAt: z.string().nullable().describe("When it became known that it arrived, or came back."),
  openedAt: z.string().nullable().describe("When its customer first opened the page that it leads to."),
  againOf: z.string().nullable().describe("The message that this one repeats."),
  canSendAgain: z.boolean().describe("Whether a person may have it sent once more: it is over, and has not arrived."),
  isDeadEnd: z
    .boolean()
    .describe(
      "Whether it came back for good from the address or number that the file still has: correct it, or take another way.",
    ),
  queuedAt: z.string(),
  endedAt: z.string().nullable().describe("Null: it waits, is being sent, or is tried again."),
  nextTryAt: z.string().nullable().describe("Of one that was tried and is tried again."),
  attempts: z.int(),
  lastError: z.string().nullable().describe("A status code of the reader's server, or a word: never an address."),
});

const waySchema = z.object({
  carrier: z.enum([...carriers, "call", "post"]).describe("`call`, `post`: a person calls, or posts it."),
  channel: z.string().nullable().describe("The pack's channel that is recorded."),
  to: z.string().nullable().describe("Null: by Zalo, where nobody has an address to read."),
});

const tags = ["complaints"];

/** `/complaints/{id}/messages`: what left because of it and what waits, and having it sent once more; `/complaint-numbers/{number}`: which one it is. */
export function complaintMessageRoutes(api: Api, wiring: Wiring): void {
  listRoute(api, wiring);
  sendingRoute(api, wiring);
  numberRoute(api, wiring);
}

function listRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/messages",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "What left because of it, and what still waits",
        params: z.object({ complaintId: idParam }),
        response: {
          200: z.object({
            messages: z.array(messageSchema),
            isMailSent: z.boolean().describe("Whether mail of this organisation leaves at all."),
            ways: z.array(waySchema).describe("By what this customer can be reached now, as the file has them."),
          }),
        },
      },
    },
    async (request) => {
      const { identity, actor } = signedIn(request);
      const { organisation } = identity;
      const { complaintId } = request.params;
      const carried = await carriedFor(wiring, organisation);
      const { file, ways } = await readInside(wiring.pool, organisation, async (connection) => {
        const found = await complaintFile(connection, { organisation, complaintId, visibility: visibilityOf(actor) });
        if (!found) throw problem("complaint-unknown");
        const edition = wiring.registry.byHash(found.state.edition.hash);
        return {
          file: found,
          ways: edition ? await waysToCustomer(connection, { organisation, file: found, edition, carried }) : [],
        };
      });
      return {
        messages: file.outbox.map((message) => {
          const carrier = carrierOfMessage(message, carried);
          const isDead = isDeadEnd(message, carrier, file.events);
          const isOfWork = file.state.shownIn === "work";
          return {
            ...message,
            carrier,
            isDeadEnd: isDead,
            canSendAgain: isOfWork && canSendAgain(message, file.outbox),
          };
        }),
        isMailSent: wiring.mail?.sendsFor(organisation) ?? false,
        ways,
      };
    },
  );
}

function sendingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/complaints/:complaintId/messages/:outboxId/sendings",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Have a message sent once more, by its own way or another",
        description:
          "A message of its own, with its own end; what became of the first stays to be read. While one waits, the same again is that one.",
        params: z.object({ complaintId: idParam, outboxId: z.string().min(1).max(300) }),
        body: z.strictObject({
          carrier: z.enum(carriers).nullable().default(null).describe("Null: as before."),
        }),
        response: { 201: z.object({ outboxId: z.string() }).describe("The message that waits now.") },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { complaintId, outboxId } = request.params;
      await readComplaint(wiring, who, complaintId);
      const { organisation } = takingIn(who).identity;
      const carried = await carriedFor(wiring, organisation);
      const asked = { complaintId, outboxId, carrier: request.body.carrier, carried };
      const again = await writeInside(wiring.pool, organisation, (connection) =>
        sentAgain(connection, wiring, who, asked),
      );
      return created(reply, `/api/v1/complaints/${complaintId}/messages`, { outboxId: again });
    },
  );
}

type Again = { complaintId: string; outboxId: string; carrier: Carrier | null; carried: Carried };

/** The id of the message that waits now: a new one, or the one that somebody asked for before. Refuses what may not be sent again, and a way that does not reach this customer. */
async function sentAgain(
  connection: Connection,
  wiring: Wiring,
  { identity: { organisation }, actor }: SignedIn,
  { complaintId, outboxId, carrier, carried }: Again,
): Promise<string> {
  const file = await complaintFile(connection, { organisation, complaintId, visibility: visibilityOf(actor) });
  const message = file?.outbox.find((each) => each.outboxId === outboxId);
  if (!file || !message) throw problem("no-such-item", { name: outboxId });
  const isAgain = file.outbox.some(
    ({ againOf, endedAt }) => againOf === (message.againOf ?? outboxId) && endedAt === null,
  );
  const mayBeSent = file.state.shownIn === "work" && (isAgain || canSendAgain(message, file.outbox));
  if (!mayBeSent) throw problem("not-to-be-sent-again");
  const edition = wiring.registry.byHash(file.state.edition.hash);
  const ways = edition ? await waysToCustomer(connection, { organisation, file, edition, carried }) : [];
  const way = ways.find((each) => each.carrier === carrier);
  if (carrier !== null && !way) throw problem("not-to-be-sent-again");
  const asked = { complaintId, outboxId, carrier, channel: way?.channel ?? null, by: actor.personId };
  const again = await sendAgain(connection, organisation, asked);
  if (again === undefined) throw problem("not-to-be-sent-again");
  return again;
}

function numberRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/complaint-numbers/:number",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The complaint with this number on paper",
        params: z.object({ number: idParam }),
        response: { 200: z.object({ complaintId: z.string(), number: z.string() }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const { number } = request.params;
      const complaintId = await readInside(wiring.pool, organisation, (connection) =>
        findComplaint(connection, { organisation, number }),
      );
      if (complaintId === undefined) throw problem("complaint-unknown");
      const { complaint } = await reachComplaint(wiring, who, complaintId);
      return { complaintId, number: complaint.number };
    },
  );
}

/** By what messages of the organisation leave now; where nothing sends, by nothing. */
async function carriedFor({ sender }: Wiring, organisation: string): Promise<Carried> {
  return (await sender?.connected(organisation)) ?? { carriers: [], carrierOfChannel: {} };
}
