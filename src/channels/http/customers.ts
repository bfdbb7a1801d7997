import { z } from "zod";
import { identifierKinds, ownIdentifierKinds } from "../../access/customer-identifiers.ts";
import { addCustomer, customerById, findCustomers, removeCustomer, replaceCustomer } from "../../access/customers.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import {
  etagOf,
  idempotencyHeaders,
  idParam,
  ifMatchHeaders,
  ifMatchNumber,
  limitParam,
  queryText,
} from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { takingIn } from "./role-needed.ts";
import { lineText } from "./typed-text.ts";
import { writeOnce } from "./write-once.ts";

const kindText = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100)
  .describe(`${identifierKinds.join(", ")}, or one of \`GET /customer-identifiers\`.`);
const fieldsSchema = z.strictObject({
  name: lineText,
  customerClass: z.string().min(1).max(100).nullable().optional(),
  consumer: z.boolean().nullable().optional().describe("An individual consumer under the consumer law."),
  address: lineText.nullable().optional(),
  note: z.string().max(10_000).nullable().optional(),
  identifiers: z
    .array(z.strictObject({ kind: kindText, asWritten: z.string().trim().min(1).max(200) }))
    .max(50)
    .default([]),
});
const customerSchema = z.object({
  customerId: z.string(),
  name: z.string(),
  customerClass: z.string().nullable(),
  consumer: z.boolean().nullable(),
  address: z.string().nullable(),
  note: z.string().nullable(),
  identifiers: z.array(z.object({ kind: z.string(), asWritten: z.string() })),
  version: z.int(),
  changedAt: z.string(),
});
const params = z.object({ customerId: idParam });
const tags = ["customers"];

/** `/customers`: the directory, to be searched while the customer is still on the phone. Personal data: only for who takes complaints in. */
export function customerRoutes(api: Api, wiring: Wiring): void {
  findingRoutes(api, wiring);
  keepingRoutes(api, wiring);
}

function findingRoutes(api: Api, { pool, registry }: Wiring): void {
  api.get(
    "/customer-identifiers",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "What customers are known by here, besides telephone, e-mail, contract and service number",
        description: "Fields of the provider's packs that identify a customer: a decoder card, a domain name.",
        response: { 200: z.object({ kinds: z.array(z.object({ kind: z.string(), name: z.string() })) }) },
      },
    },
    (request) => ({ kinds: ownIdentifierKinds(registry, signedIn(request).identity.organisation) }),
  );
  api.get(
    "/customers",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Find customers by telephone, e-mail, contract, card or the beginning of the name",
        description: "Numbers are found however they are written: +84 912 345 678 is 0912345678.",
        querystring: z.strictObject({
          search: queryText.pipe(z.string().min(1)),
          kind: kindText.optional(),
          limit: limitParam,
        }),
        response: { 200: z.object({ customers: z.array(customerSchema) }) },
      },
    },
    async (request) => {
      const { organisation } = takingIn(signedIn(request)).identity;
      const { search: words, kind, limit } = request.query;
      const found = readInside(pool, organisation, (connection) =>
        findCustomers(connection, organisation, { words, kinds: kindsOf(registry, organisation), kind, limit }),
      );
      return { customers: await found };
    },
  );
  api.get(
    "/customers/:customerId",
    { config: { scope: "read" }, schema: { tags, summary: "One customer", params, response: { 200: customerSchema } } },
    async (request, reply) => {
      const { organisation } = takingIn(signedIn(request)).identity;
      const { customerId } = request.params;
      const customer = await readInside(pool, organisation, (connection) =>
        customerById(connection, organisation, customerId),
      );
      if (!customer) throw problem("no-such-item", { name: customerId });
      return reply.header("etag", etagOf(customer.version)).send(customer);
    },
  );
}

function keepingRoutes(api: Api, { pool, newId, registry }: Wiring): void {
  api.post(
    "/customers",
    {
      config: { scope: "register" },
      schema: {
        tags,
        summary: "Put a customer into the directory",
        headers: idempotencyHeaders,
        body: fieldsSchema,
        response: { 201: customerSchema.describe("The customer that was entered.") },
      },
    },
    async (request, reply) => {
      const { organisation } = takingIn(signedIn(request)).identity;
      refuseStrayKinds(request.body, kindsOf(registry, organisation));
      return writeOnce(request, reply, { pool }, async (connection) => ({
        status: 201,
        body: await addCustomer(connection, organisation, newId(), request.body),
      }));
    },
  );
  api.put(
    "/customers/:customerId",
    {
      config: { scope: "register" },
      schema: {
        tags,
        summary: "Replace what is known of a customer",
        params,
        headers: ifMatchHeaders,
        body: fieldsSchema,
        response: { 200: customerSchema },
      },
    },
    async (request, reply) => {
      const { organisation } = takingIn(signedIn(request)).identity;
      refuseStrayKinds(request.body, kindsOf(registry, organisation));
      const { customerId } = request.params;
      const version = ifMatchNumber(request.headers["if-match"]);
      const replaced = await writeInside(pool, organisation, (connection) =>
        replaceCustomer(connection, organisation, { customerId, version, fields: request.body }),
      );
      if (replaced === "unknown-customer") throw problem("no-such-item", { name: customerId });
      if (replaced === "changed-meanwhile") throw problem("changed-meanwhile");
      return reply.header("etag", etagOf(replaced.version)).send(replaced);
    },
  );
  api.delete(
    "/customers/:customerId",
    {
      config: { scope: "register" },
      schema: { tags, summary: "Take a customer out of the directory", params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { organisation } = takingIn(signedIn(request)).identity;
      const { customerId } = request.params;
      const removed = await writeInside(pool, organisation, (connection) =>
        removeCustomer(connection, organisation, customerId),
      );
      if (!removed) throw problem("no-such-item", { name: customerId });
      return reply.code(204).send(null);
    },
  );
}

/** What a customer of this provider may be known by. */
function kindsOf(registry: Wiring["registry"], organisation: string): string[] {
  return [...identifierKinds, ...ownIdentifierKinds(registry, organisation).map(({ kind }) => kind)];
}

function refuseStrayKinds({ identifiers }: z.infer<typeof fieldsSchema>, kinds: readonly string[]): void {
  const stray = identifiers.findIndex(({ kind }) => !kinds.includes(kind));
  if (stray < 0) return;
  throw problem("unknown-identifier", { known: kinds.join(", ") }, { field: `identifiers.${stray}.kind` });
}
