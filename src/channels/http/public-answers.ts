import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { answerLinkOf, answerLinkUsed, type AnswerLink } from "../../access/answer-links.ts";
import { countedAddress } from "../../access/guesses.ts";
import { NO_ORGANISATION } from "../../access/public-turns.ts";
import type { Actor } from "../../complaint/context.ts";
import { wouldTake } from "../../complaint/forms/legal-values.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { handleCommand } from "../../store/handle-command.ts";
import { dayText, idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { problemOfNotDone } from "./carry-out.ts";
import { documentSchema } from "./command-body.ts";
import { askedIn, informationSchema, returnedIn } from "./coordination-words.ts";
import { documentsHandedIn } from "./documents-handed-in.ts";
import { problem } from "./problem.ts";
import { readOpened, takeTurn, type OpenedComplaint } from "./public-access.ts";
import { PUBLIC_ATTACHMENT_BYTES_MAX } from "./public-attachments.ts";
import { organisationShown, publicOrganisationSchema } from "./public-schema.ts";
import { receiveUpload, uploadedSchema } from "./receive-upload.ts";
import { remainingSchema, withRemaining } from "./remaining.ts";
import { sendDocument } from "./send-document.ts";
import { refuseUnseenText } from "./typed-text.ts";

/** A second press of the button finds the answer of the first one for so long; then the link is over like any other. */
const REPEATED_WITHIN_MS = 3_600_000;

const params = z.object({ key: z.string().max(200) });
const tags = ["public"];
const words = z.string().trim().min(1).max(5000);

const shownSchema = z.object({
  organisation: publicOrganisationSchema,
  number: z.string(),
  unit: z.string().describe("What the provider calls the unit that is asked."),
  sentTo: z.string().nullable(),
  askedAt: z.string(),
  question: z.string(),
  information: informationSchema,
  returnedFor: z.string().nullable().describe("Why an earlier answer came back."),
  dueAt: z.string().nullable(),
  remaining: remainingSchema,
  documents: z.array(z.object({ attachmentId: z.string(), name: z.string(), type: z.string(), bytes: z.int() })),
  today: z.string().describe("No earlier day can be promised."),
  expiresAt: z.string(),
});

/** `/public/answers/{key}`: a technician who never signs in sees one question, and answers it once. */
export function publicAnswerRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/public/answers/:key",
    {
      schema: {
        tags,
        summary: "The question that a link is for",
        description: "A wrong key, one that is over and one that was used are told alike.",
        params,
        response: { 200: shownSchema },
      },
    },
    async (request) => shownOf(await openLink(request, wiring, request.params.key), wiring),
  );
  answerRoute(api, wiring);
  documentRoutes(api, wiring);
}

function answerRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/public/answers/:key",
    {
      schema: {
        tags,
        summary: "Answer it",
        description: "The verb `answer-coordination`, by the link. Once: the same again gets the same answer.",
        params,
        body: z.strictObject({
          cause: words,
          measure: words,
          promisedRepairOn: dayText.optional(),
          answeredBy: z.string().trim().min(1).max(200).describe("The name of whoever answers."),
          documents: z.array(documentSchema).max(20).default([]),
        }),
        response: {
          201: z.object({ number: z.string(), answeredAt: z.string() }).describe("The answer was taken."),
        },
      },
    },
    async (request, reply) => {
      const link = await linkOf(request, wiring, request.params.key);
      const { organisation, complaintId, coordinationId, answerLinkId } = link;
      if (isLongUsed(link, wiring.now())) throw problem("link-over");
      await takeTurn(wiring, { organisation, what: "command", place: answerLinkId });
      refuseUnseenText(request.body);
      const { documents, ...said } = request.body;
      const idempotencyKey = `answer-link ${answerLinkId}`;
      const attachments = await documentsHandedIn(wiring, organisation, { documents, salt: idempotencyKey });
      const data = { coordinationId, ...said };
      const result = await handleCommand(wiring.store, {
        organisation,
        complaintId,
        command: { verb: "answer-coordination", data, ...(attachments.length > 0 ? { attachments } : {}) },
        actor: actorOf(link),
        idempotencyKey,
      });
      if (result.result === "key-reused") throw problem("link-over");
      if (result.result !== "done") throw await problemOfAnswer(result, { wiring, organisation });
      await answerLinkUsed(wiring.pool, link);
      const { number, events } = result;
      return reply.code(201).send({ number, answeredAt: events[0]?.recordedAt ?? wiring.now() });
    },
  );
}

function documentRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/public/answers/:key/attachments",
    {
      schema: {
        tags,
        summary: "Upload a photo for the answer",
        description: `One file of at most ${PUBLIC_ATTACHMENT_BYTES_MAX} bytes as \`multipart/form-data\`.`,
        consumes: ["multipart/form-data"],
        params,
        response: { 201: uploadedSchema.describe("The photo that was kept: name its hash in the answer.") },
      },
    },
    async (request, reply) => {
      const { link } = await openLink(request, wiring, request.params.key);
      const { organisation, answerLinkId } = link;
      await takeTurn(wiring, { organisation, what: "upload", place: answerLinkId });
      const by = { kind: "link", linkId: answerLinkId };
      const bytesMax = PUBLIC_ATTACHMENT_BYTES_MAX;
      return reply.code(201).send(await receiveUpload(request, wiring, { organisation, by, bytesMax }));
    },
  );
  api.get(
    "/public/answers/:key/documents/:attachmentId",
    {
      schema: {
        tags,
        summary: "A document that goes with the question",
        params: params.extend({ attachmentId: idParam }),
        produces: ["application/octet-stream"],
      },
    },
    async (request, reply) => {
      const { key, attachmentId } = request.params;
      const opened = await openLink(request, wiring, key);
      const document = released(opened).find((each) => each.attachmentId === attachmentId);
      if (!document) throw problem("no-such-item", { name: attachmentId });
      return sendDocument(reply, wiring, { organisation: opened.organisation, document });
    },
  );
}

type OpenedLink = Omit<OpenedComplaint, "code"> & { link: AnswerLink };

/** The link of a key that may still be used. */
async function openLink(request: FastifyRequest, wiring: Wiring, key: string): Promise<OpenedLink> {
  const link = await linkOf(request, wiring, key);
  if (link.usedAt !== null) throw problem("link-over");
  const opened = await readOpened(wiring, link.organisation, link.complaintId);
  const { complaint, edition, calendars, now } = opened;
  const { coordinationId } = link;
  const context = { edition, calendars, now, actor: actorOf(link), newId: wiring.store.newId };
  const isOpen = wouldTake({ verb: "answer-coordination", data: { coordinationId } }, complaint, context);
  if (!isOpen) throw problem("link-over");
  return { ...opened, link };
}

/** The link of a key. Whoever guesses makes only guesses wait: a right key always opens. */
async function linkOf(request: FastifyRequest, wiring: Wiring, key: string): Promise<AnswerLink> {
  const link = await answerLinkOf(wiring.pool, key);
  if (link) return link;
  const place = countedAddress(request.ip);
  await takeTurn(wiring, { organisation: NO_ORGANISATION, what: "wrong-code", place });
  throw problem("link-over");
}

function isLongUsed({ usedAt }: AnswerLink, now: string): boolean {
  return usedAt !== null && Date.parse(now) - Date.parse(usedAt) > REPEATED_WITHIN_MS;
}

function actorOf({ answerLinkId, coordinationId, unit }: AnswerLink): Actor {
  return { kind: "link", linkId: answerLinkId, coordinationId, unit };
}

function released({ link, complaint }: OpenedLink) {
  return complaint.attachments.filter(({ attachmentId }) => link.documents.includes(attachmentId));
}

async function shownOf(opened: OpenedLink, wiring: Wiring): Promise<z.infer<typeof shownSchema>> {
  const { link, organisation, complaint, events, edition, now } = opened;
  const { coordinationId, unit, sentTo, expiresAt } = link;
  const running = complaint.clocks.filter(({ scopeId, status }) => scopeId === coordinationId && status === "running");
  const dueAt = running.map((clock) => clock.dueAt).toSorted()[0] ?? null;
  const { items } = await readInside(wiring.pool, organisation, (connection) =>
    withRemaining({ items: [{ dueAt }] }, wiring, { connection, organisation }),
  );
  return {
    organisation: organisationShown(edition),
    number: complaint.number,
    unit: edition.units.find(({ id }) => id === unit)?.name ?? unit,
    sentTo,
    ...askedIn(events, coordinationId, edition),
    returnedFor: returnedIn(events, coordinationId),
    dueAt,
    remaining: items[0]?.remaining ?? null,
    documents: released(opened).map(({ attachmentId, name, type, bytes }) => ({ attachmentId, name, type, bytes })),
    today: dayInVietnam(now),
    expiresAt,
  };
}

/** Why it was not taken: what is wrong with it, or that there is nothing to answer any more. */
async function problemOfAnswer(
  result: Parameters<typeof problemOfNotDone>[0],
  where: Parameters<typeof problemOfNotDone>[1],
) {
  const told = await problemOfNotDone(result, where);
  return told.field === undefined || told.field === "coordinationId" ? problem("link-over") : told;
}
