import { z } from "zod";
import { formsOfNumber } from "../../access/customer-identifiers.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { alike, pairsIn } from "../../projections/search/alike.ts";
import { incidents, type Incident } from "../../projections/incidents/incidents.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { readerOf, incidentSchema } from "./incidents.ts";
import { asShown } from "./item-names.ts";
import { takingIn } from "./role-needed.ts";
import { queueItemSchema } from "./queue-items.ts";

const INCIDENTS_MAX = 50;
const TEXT_CHARS_MAX = 10_000;

const toldSchema = z.strictObject({
  customerId: idParam.optional(),
  numbers: z
    .array(z.string().max(200))
    .max(6)
    .default([])
    .describe("Telephone, contract, card, receiver, as read out."),
  kind: idParam.optional(),
  service: idParam.optional(),
  content: z.string().max(TEXT_CHARS_MAX).optional().describe("What was told so far; its beginning is compared."),
  address: z.string().max(1000).optional().describe("Where it happens: running incidents at that place come up."),
});
const alikeSchema = queueItemSchema.extend({
  alike: z.array(z.enum(["customer", "number", "words"])),
  isLikelyDuplicate: z.boolean().describe("Of the same customer or number and kind, or in much the same words."),
});
const incidentFoundSchema = incidentSchema.extend({
  isSameService: z.boolean(),
  isNamed: z.boolean().describe("What was told has two neighbouring words of its title: the place, or what broke."),
});

/** `/likely-duplicates`: what is there already, for whoever takes a complaint in. */
export function likelyDuplicateRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/likely-duplicates",
    {
      config: { scope: "register" },
      schema: {
        tags: ["complaints"],
        operationId: "find-likely-duplicates",
        summary: "Open complaints and running incidents that may be what is being told",
        description: "A search that changes nothing; in a body, because names and numbers belong in no address.",
        body: toldSchema,
        response: { 200: z.object({ complaints: z.array(alikeSchema), incidents: z.array(incidentFoundSchema) }) },
      },
    },
    (request) => {
      const who = takingIn(signedIn(request));
      const { address, service, ...said } = request.body;
      const told = { ...said, numbers: said.numbers.flatMap(formsOfNumber) };
      const reader = readerOf(who);
      return readInside(wiring.pool, reader.organisation, async (connection) => {
        const items = await alike(connection, { ...reader, told });
        const shown = await asShown({ items }, wiring, { connection, organisation: reader.organisation });
        const running = await incidents(connection, reader, { isRunning: true, limit: INCIDENTS_MAX });
        return {
          complaints: shown.items,
          incidents: matching(running, { service, text: `${told.content ?? ""} | ${address ?? ""}` }),
        };
      });
    },
  );
}

function matching(running: readonly Incident[], told: { service: string | undefined; text: string }) {
  const said = pairsIn(told.text);
  return running
    .map((incident) => ({
      ...incident,
      isSameService: incident.service === told.service,
      isNamed: !said.isDisjointFrom(pairsIn(incident.title)),
    }))
    .filter(({ isSameService, isNamed }) => isSameService || isNamed);
}
