import { z } from "zod";
import { registrationForm } from "../../complaint/forms/registration-form.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { withoutEnglish } from "../../procedure/pure/edition/english.ts";
import { channelTypes } from "../../procedure/pure/vocabulary.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { dayText, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { closedOf } from "./closed-channels.ts";
import { editionSchema } from "./edition-schema.ts";
import { evidenceSchema, formFieldSchema, withLookUps, wordsSchema } from "./form-fields.ts";
import { problem } from "./problem.ts";

const editionLine = z.object({
  hash: z.string(),
  organisation: z.string(),
  procedure: z.string(),
  effectiveOn: z.string(),
  lawEffectiveOn: z.string(),
  title: z.string(),
  number: z.string().nullable(),
});

const askedFor = z.array(
  z.object({ field: z.string().describe("Path in the body: `customer.name`, `filled.domain`."), label: wordsSchema }),
);
const registrationSchema = z.object({
  edition: editionLine,
  href: z.string().describe("Where to POST it."),
  fields: z.record(z.string(), formFieldSchema).describe("The body's own fields, by name."),
  filled: z
    .record(z.string(), formFieldSchema)
    .describe("The pack's fields that some kind asks for: the body's `filled`."),
  channels: z
    .array(
      evidenceSchema.extend({
        type: z.enum(channelTypes),
        written: z.boolean(),
        closed: z.string().nullable().describe("Why nothing is taken in by it for now; null: it is open."),
      }),
    )
    .describe("How it can come in; `written`: it is there in writing, and the day on it counts."),
  kinds: z
    .array(
      z.object({
        value: z.string(),
        label: wordsSchema,
        nature: z.string(),
        complaint: z.boolean().describe("False: it is recorded, and no promise runs."),
        required: askedFor.describe("Without these the complaint is taken in, and they stand in `missing`."),
        asked: askedFor,
        documents: z.array(evidenceSchema).describe("Evidence wanted from the customer."),
      }),
    )
    .describe("What each kind of complaint wants."),
  identifiers: z.array(z.string()).describe("Of `filled`, by which a customer is found in the directory."),
  complainants: z.array(evidenceSchema.extend({ documents: z.array(evidenceSchema) })),
});

/** `/procedures` and `/editions`: the organisation's procedures as data, for screens, forms and auditors. */
export function procedureRoutes(api: Api, wiring: Wiring): void {
  inForceRoutes(api, wiring);
  editionRoutes(api, wiring);
}

const tags = ["procedures"];

function inForceRoutes(api: Api, { pool, registry, now }: Wiring): void {
  api.get(
    "/procedures",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Procedures, with the edition in force on a day",
        querystring: z.strictObject({ on: dayText.optional().describe("Default: today in Vietnam.") }),
        response: { 200: z.object({ procedures: z.array(editionLine) }) },
      },
    },
    (request) => {
      const { organisation } = signedIn(request).identity;
      const on = request.query.on ?? dayInVietnam(now());
      const procedures = registry.organisations().find(({ id }) => id === organisation)?.procedures ?? [];
      const inForce = procedures.flatMap((procedure) => {
        const found = registry.editionInForce({ organisation, procedure, on });
        return found.ok ? [lineOf(found.edition)] : [];
      });
      return { procedures: inForce };
    },
  );
  api.get(
    "/procedures/:procedure/registration",
    {
      config: { scope: "read" },
      schema: {
        tags,
        operationId: "registration-form",
        summary: "What taking a complaint in asks for",
        description:
          "Channels, kinds with what each wants, services, complainants: a screen draws it and decides nothing.",
        params: z.object({ procedure: idParam }),
        querystring: z.strictObject({ on: dayText.optional().describe("Day of receipt. Default: today in Vietnam.") }),
        response: { 200: registrationSchema },
      },
    },
    async (request) => {
      const { organisation } = signedIn(request).identity;
      const { procedure } = request.params;
      const found = registry.editionInForce({ organisation, procedure, on: request.query.on ?? dayInVietnam(now()) });
      if (!found.ok) throw problem("no-such-item", { name: procedure });
      const form = registrationForm(found.edition);
      const closed = await closedOf({ pool }, organisation);
      const channels = form.channels.map((channel) => ({
        ...channel,
        closed: closed.find(({ channelId }) => channelId === channel.value)?.reason ?? null,
      }));
      const fields = withLookUps(form.fields);
      return { edition: lineOf(found.edition), href: "/api/v1/complaints", ...form, channels, fields };
    },
  );
}

function editionRoutes(api: Api, { registry }: Wiring): void {
  api.get(
    "/editions",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Every edition, past and coming",
        response: { 200: z.object({ editions: z.array(editionLine) }) },
      },
    },
    (request) => {
      const { organisation } = signedIn(request).identity;
      return {
        editions: registry
          .editions()
          .filter(({ ref }) => ref.organisation === organisation)
          .map(lineOf),
      };
    },
  );
  api.get(
    "/editions/:hash",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "One frozen edition with the law beside it: header, kinds, stages, clocks, papers, readings",
        params: z.object({ hash: idParam }),
        response: { 200: editionSchema, 304: z.null() },
      },
    },
    async (request, reply) => {
      const edition = registry.byHash(request.params.hash);
      if (edition?.ref.organisation !== signedIn(request).identity.organisation) {
        throw problem("no-such-item", { name: request.params.hash });
      }
      // The address is the hash of what is there: it never changes.
      const etag = `"${edition.ref.hash}"`;
      void reply.header("etag", etag).header("cache-control", "private, max-age=31536000, immutable");
      if (request.headers["if-none-match"] === etag) return reply.code(304).send(null);
      return reply.send(withoutEnglish(edition));
    },
  );
}

function lineOf({ ref, header }: Edition) {
  return { ...ref, title: header.title, number: header.number };
}
