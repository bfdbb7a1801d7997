import { createHash } from "node:crypto";
import { z } from "zod";
import { countedAddress } from "../../access/guesses.ts";
import { keepTrackingCode, trackingCodeFor } from "../../access/tracking-codes.ts";
import { ownFieldPaths } from "../../complaint/follow/classify.ts";
import { webChannelOf } from "../../procedure/pure/edition/channel-use.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { promisedDays } from "../../projections/customer-view/promises.ts";
import { handleCommand } from "../../store/handle-command.ts";
import { idParam } from "./addresses.ts";
import { created, type Api, type Wiring } from "./api.ts";
import { problemOfNotDone } from "./carry-out.ts";
import { documentSchema } from "./command-body.ts";
import { documentsHandedIn } from "./documents-handed-in.ts";
import { problem } from "./problem.ts";
import { takeTurn } from "./public-access.ts";
import { editionsOnWeb, FIELDS_OF_ALL } from "./public-organisations.ts";
import { keyHeaders, promisedDaySchema } from "./public-schema.ts";

const CHARS_MAX = 20_000;
const word = z.string().trim().min(1).max(500);

const bodySchema = z.strictObject({
  procedure: idParam.optional().describe("Needed only where the provider has several."),
  kind: idParam.optional(),
  service: idParam.optional(),
  complainant: z.strictObject({ as: idParam, name: word.optional(), relation: word.optional() }).optional(),
  values: z
    .record(z.string().max(100), z.union([z.string().max(CHARS_MAX), z.number(), z.boolean()]))
    .describe("By field id, as the form names them: content is needed, all else may be missing."),
  documents: z.array(documentSchema).max(20).optional(),
});
type Body = z.infer<typeof bodySchema>;

const takenSchema = z.object({
  number: z.string(),
  code: z.string().describe("Opens it. It is shown now, and never again."),
  url: z.string(),
  receivedAt: z.string(),
  missing: z.array(z.object({ id: z.string(), name: z.string() })),
  promisedDays: z.array(promisedDaySchema),
  repeated: z.boolean(),
});

/** `/public/organisations/{organisation}/complaints`: a customer complains, by the pack's own channel for the web. */
export function publicComplaintRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/public/organisations/:organisation/complaints",
    {
      schema: {
        tags: ["public"],
        summary: "Complain",
        description:
          "Answers with the number, the days promised and a tracking code. The same key with the same body again gives the same complaint and the same code.",
        params: z.object({ organisation: idParam }),
        headers: keyHeaders,
        body: bodySchema,
        response: { 201: takenSchema.describe("The complaint that was taken in.") },
      },
    },
    async (request, reply) => {
      const { organisation } = request.params;
      const { body } = request;
      const key = request.headers["idempotency-key"];
      const idempotencyKey = `customer ${createHash("sha256").update(key).digest("hex")}`;
      const edition = editionFor(await editionsOnWeb(wiring, organisation, idempotencyKey), body);
      await takeTurn(wiring, { organisation, what: "complaint", place: countedAddress(request.ip) });
      const handed = { documents: body.documents ?? [], salt: idempotencyKey };
      const attachments = await documentsHandedIn(wiring, organisation, handed);
      const result = await handleCommand(wiring.store, {
        organisation,
        procedure: edition.procedure,
        command: { ...registration(body, edition), attachments },
        actor: { kind: "customer" },
        idempotencyKey,
      });
      if (result.result === "key-reused") throw problem("key-used-otherwise", {}, { field: "Idempotency-Key" });
      if (result.result !== "done") throw await problemOfNotDone(result, { wiring, organisation });
      const { complaintId, number, state, repeated } = result;
      const code = trackingCodeFor(organisation, complaintId, key);
      await writeInside(wiring.pool, organisation, (connection) =>
        keepTrackingCode(connection, code, { complaintId, madeBy: { kind: "customer" } }),
      );
      const url = trackingUrl(wiring, code.text);
      return created(reply, `/api/v1/public/complaints/${code.text}`, {
        number,
        code: code.text,
        url,
        receivedAt: state.receivedAt,
        missing: state.missing.map((id) => ({ id, name: nameOf(id, edition) })),
        promisedDays: promisedDays(state, { edition, now: wiring.now() }),
        repeated,
      });
    },
  );
}

/** Where a customer follows their complaint. */
export function trackingUrl({ publicUrl }: Pick<Wiring, "publicUrl">, code: string): string {
  return `${publicUrl}/tra-cuu/${code}`;
}

function editionFor(editions: readonly Edition[], { procedure, kind }: Body): Edition {
  const found = editions.find((edition) =>
    procedure === undefined
      ? kind === undefined || edition.kinds.some(({ id }) => id === kind)
      : edition.procedure === procedure,
  );
  if (found) return found;
  throw problem(
    "unknown-procedure",
    { what: procedure ?? kind ?? "" },
    { field: procedure === undefined ? "kind" : "procedure" },
  );
}

/** The verb `register` with what the form holds: some fields have a place of their own in the file. */
function registration({ kind, service, complainant, values }: Body, edition: Edition) {
  const asked = new Set<string>([
    ...FIELDS_OF_ALL,
    ...edition.kinds.filter(({ id }) => id === kind).flatMap(({ required, asked: more }) => [...required, ...more]),
  ]);
  const own: Record<string, unknown> = {};
  const customer: Record<string, unknown> = {};
  const filled: Record<string, string | number | boolean> = {};
  for (const [id, value] of Object.entries(values)) {
    if (!asked.has(id))
      throw problem("malformed-request", { what: `values.${id}: is not asked here` }, { field: `values.${id}` });
    const given = typeof value === "string" ? value.trim() : value;
    if (given === "") continue;
    const [place = "", inner] = ownFieldPaths[id]?.split(".") ?? [];
    if (place === "") filled[id] = given;
    else if (inner === undefined) own[place] = given;
    else customer[inner] = given;
  }
  if (own["content"] === undefined)
    throw problem("value-needed", { what: nameOf("content", edition) }, { field: "values.content" });
  const channel = webChannelOf(edition)?.id;
  const data = { channel, customer, ...own, ...given({ kind, service, complainant }) };
  return { verb: "register" as const, data, filled };
}

function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function nameOf(id: string, { fields, evidence }: Edition): string {
  return [...fields, ...evidence].find((each) => each.id === id)?.name ?? id;
}
