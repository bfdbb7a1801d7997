import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { sha256Text } from "../../complaint/events/parts.ts";
import { webChannelOf } from "../../procedure/pure/edition/channel-use.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import { handleCommand } from "../../store/handle-command.ts";
import { idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { problemOfNotDone } from "./carry-out.ts";
import { documentSchema, type Document } from "./command-body.ts";
import { documentsHandedIn } from "./documents-handed-in.ts";
import { problem } from "./problem.ts";
import { codeParams, needPass, openByCode, readOpened, takeTurn, type OpenedComplaint } from "./public-access.ts";
import { keyHeaders } from "./public-schema.ts";
import { hashOfPaper, paperToSign, shownOf, trackedSchema } from "./public-tracking.ts";

const words = z.string().trim().min(1).max(5000);
const tags = ["public"];
const schemaOf = (summary: string, description = "") => ({
  tags,
  summary,
  description: `${description} Answers with the complaint as it stands then.`.trim(),
  params: codeParams,
  headers: keyHeaders,
  response: { 201: trackedSchema.describe("The complaint as it stands after it.") },
});

/** What a customer does with their own complaint: the same verbs as everybody's, as the actor "customer". */
export function publicCommandRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/public/complaints/:code/verdicts",
    {
      schema: {
        ...schemaOf("Say what I think of the answer", "Accepting wants a pass for `accept`."),
        body: z.strictObject({
          accepts: z.enum(["yes", "no"]),
          satisfied: z.enum(["yes", "no", "not-asked"]).default("not-asked"),
          score: z.int().min(1).max(5).optional(),
          words: words.optional(),
        }),
      },
    },
    async (request, reply) => {
      const opened = await openByCode(request, wiring, request.params.code);
      if (request.body.accepts === "yes") await needPass(request, wiring, { opened, purpose: "accept" });
      const data = { ...request.body, channel: webChannelOf(opened.edition)?.id };
      return reply.code(201).send(await carriedOut(request, wiring, { opened, verb: "record-verdict", data }));
    },
  );
  informationRoute(api, wiring);
  meetingRoute(api, wiring);
  signatureRoute(api, wiring);
  furtherRoutes(api, wiring);
}

function informationRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/public/complaints/:code/information",
    {
      schema: {
        ...schemaOf("Send what was asked for, or something more"),
        body: z.strictObject({
          requestId: idParam.optional(),
          message: words.optional(),
          documents: z.array(documentSchema).max(20).optional(),
        }),
      },
    },
    async (request, reply) => {
      const opened = await openByCode(request, wiring, request.params.code);
      const { documents = [], ...data } = request.body;
      if (data.message === undefined && documents.length === 0) {
        throw problem(
          "value-needed",
          { what: { vi: "nội dung hoặc tệp", en: "a message or a document" } },
          { field: "message" },
        );
      }
      const asked = { opened, verb: "receive-information" as const, data, documents };
      return reply.code(201).send(await carriedOut(request, wiring, asked));
    },
  );
}

function meetingRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/public/complaints/:code/meetings/:meetingId/answers",
    {
      schema: {
        ...schemaOf("Say whether I come to the meeting"),
        params: codeParams.extend({ meetingId: idParam }),
        body: z.strictObject({ comes: z.boolean(), words: words.optional() }),
      },
    },
    async (request, reply) => {
      const opened = await openByCode(request, wiring, request.params.code);
      const { meetingId } = request.params;
      const data = { meetingId, ...request.body, channel: webChannelOf(opened.edition)?.id };
      return reply.code(201).send(await carriedOut(request, wiring, { opened, verb: "answer-invitation", data }));
    },
  );
}

function signatureRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/public/complaints/:code/papers/:paperId/signatures",
    {
      schema: {
        ...schemaOf(
          "Sign a paper on the screen",
          "Wants a pass for `sign`. Kept: the time, the name, the hash of what was signed, and the picture.",
        ),
        params: codeParams.extend({ paperId: idParam }),
        body: z.strictObject({
          signer: z.string().trim().min(1).max(200),
          documentSha256: sha256Text.describe("Of what was shown: another draft meanwhile is not signed unseen."),
          signature: documentSchema.describe("The picture of the signature, uploaded before."),
        }),
      },
    },
    async (request, reply) => {
      const opened = await openByCode(request, wiring, request.params.code);
      await needPass(request, wiring, { opened, purpose: "sign" });
      const { paperId } = request.params;
      const { signer, documentSha256, signature } = request.body;
      const isSigned = opened.complaint.papers.some(
        (paper) => paper.paperId === paperId && paper.signatures.includes("customer"),
      );
      if (!isSigned && hashOfPaper(paperToSign(opened, paperId)) !== documentSha256) throw problem("changed-meanwhile");
      const data = {
        paperId,
        by: "customer",
        signer,
        signedOn: "screen",
        documentSha256,
        signatureSha256: signature.sha256,
      };
      const asked = { opened, verb: "sign-paper" as const, data, documents: [signature] };
      return reply.code(201).send(await carriedOut(request, wiring, asked));
    },
  );
}

function furtherRoutes(api: Api, wiring: Wiring): void {
  const further = [
    ["escalations", "escalate", "Ask for the next level"],
    ["rounds", "start-next-round", "Ask for it to be looked at again"],
  ] as const;
  for (const [path, verb, summary] of further) {
    api.post(
      `/public/complaints/:code/${path}`,
      { schema: { ...schemaOf(summary), body: z.strictObject({ reason: words }) } },
      async (request, reply) => {
        const opened = await openByCode(request, wiring, request.params.code);
        const asked = { opened, verb, data: request.body };
        return reply.code(201).send(await carriedOut(request, wiring, asked));
      },
    );
  }
  api.post(
    "/public/complaints/:code/negotiations",
    { schema: { ...schemaOf("Ask to negotiate"), body: z.strictObject({ words: words.optional() }) } },
    async (request, reply) => {
      const opened = await openByCode(request, wiring, request.params.code);
      const data = { ...request.body, channel: webChannelOf(opened.edition)?.id };
      return reply.code(201).send(await carriedOut(request, wiring, { opened, verb: "ask-negotiation", data }));
    },
  );
}

type Asked = { opened: OpenedComplaint; verb: Verb; data: Record<string, unknown>; documents?: readonly Document[] };

/** Carries a verb out as the customer, once for its key, and shows the complaint as it stands then. */
async function carriedOut(
  request: FastifyRequest,
  wiring: Wiring,
  { opened, verb, data, documents = [] }: Asked,
): Promise<z.infer<typeof trackedSchema>> {
  const { organisation, complaintId, code } = opened;
  await takeTurn(wiring, { organisation, what: "command", place: code.hash.toString("hex").slice(0, 32) });
  const hash = createHash("sha256").update(code.hash).update(String(request.headers["idempotency-key"]));
  const idempotencyKey = `customer ${hash.digest("hex")}`;
  const attachments = await documentsHandedIn(wiring, organisation, { documents, salt: idempotencyKey });
  const said = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  const result = await handleCommand(wiring.store, {
    organisation,
    complaintId,
    command: { verb, data: said, ...(attachments.length > 0 ? { attachments } : {}) },
    actor: { kind: "customer" },
    idempotencyKey,
  });
  if (result.result === "key-reused") throw problem("key-used-otherwise", {}, { field: "Idempotency-Key" });
  if (result.result !== "done") throw await problemForCustomer(result, { wiring, organisation });
  return shownOf({ code, ...(await readOpened(wiring, organisation, complaintId)) });
}

/** Why it is not open, without the provider's words for who may and at which step. */
async function problemForCustomer(
  result: Parameters<typeof problemOfNotDone>[0],
  where: Parameters<typeof problemOfNotDone>[1],
) {
  const told = await problemOfNotDone(result, where);
  return told.statusCode === 422 || told.statusCode === 400 ? told : problem("not-open-to-customer");
}
