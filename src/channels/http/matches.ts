import { z } from "zod";
import { identifierKinds, ownIdentifierKinds } from "../../access/customer-identifiers.ts";
import { matchesOf } from "../../intake/matches.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { readerOf } from "./incidents.ts";
import { asShown } from "./item-names.ts";
import { queueItemSchema } from "./queue-items.ts";
import { takingIn } from "./role-needed.ts";

const reasonSchema = z.object({
  as: z.enum(["complaint-number", "phone", "email", "number", "email-domain", "same-customer", "same-words"]),
  said: z.string().describe("As it was written; of `same-customer`, their name."),
  isSenders: z.boolean().describe("The sender's own, not one that stands in the text."),
});

/** `/matches`: who somebody is and which complaint they mean, by what they said; with reasons, for a person to decide. */
export function matchRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/matches",
    {
      config: { scope: "register" },
      schema: {
        tags: ["complaints"],
        operationId: "find-matches",
        summary: "Customers and complaints that a message, or a number that was typed, may be about",
        description: "A search that changes nothing; in a body, because names and numbers belong in no address.",
        body: z.strictObject({
          name: z.string().max(1000).optional(),
          phone: z.string().max(200).optional(),
          email: z.string().max(400).optional(),
          text: z.string().max(100_000).default("").describe("Subject and words; its beginning is read."),
        }),
        response: {
          200: z.object({
            customers: z.array(
              z.object({
                customerId: z.string(),
                name: z.string(),
                identifiers: z.array(z.object({ kind: z.string(), asWritten: z.string() })),
                reasons: z.array(reasonSchema),
              }),
            ),
            complaints: z.array(
              queueItemSchema.extend({
                reasons: z.array(reasonSchema),
                isLikelyDuplicate: z.boolean().describe("Begun in much the same words: probably the same matter."),
              }),
            ),
          }),
        },
      },
    },
    (request) => {
      const reader = readerOf(takingIn(signedIn(request)));
      const { text, ...sender } = request.body;
      const own = ownIdentifierKinds(wiring.registry, reader.organisation).map(({ kind }) => kind);
      return readInside(wiring.pool, reader.organisation, async (connection) => {
        const found = await matchesOf(connection, reader, {
          told: { sender, text },
          identifierKinds: [...identifierKinds, ...own],
        });
        const items = found.complaints.map(({ item, ...match }) => ({ ...item, ...match }));
        const shown = await asShown({ items }, wiring, { connection, organisation: reader.organisation });
        const customers = found.customers.map(({ customer: { customerId, name, identifiers }, reasons }) => ({
          customerId,
          name,
          identifiers,
          reasons,
        }));
        return { customers, complaints: shown.items };
      });
    },
  );
}
