import { z } from "zod";
import { countedAddress } from "../../access/guesses.ts";
import { newOneTimeCode, oneTimePurposes, passFor } from "../../access/one-time-codes.ts";
import { idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { codeParams, openByCode, takeTurn } from "./public-access.ts";
import { contactShown } from "./public-tracking.ts";

const madeSchema = z.object({
  oneTimeCodeId: z.string().describe("Known to this browser only: the digits fit this id and no other."),
  sentTo: z.string().describe("Where they go, in part."),
  expiresAt: z.string(),
  demonstrationDigits: z.string().nullable().describe("In a demonstration, which sends nothing; else null."),
});

const passSchema = z
  .object({ pass: z.string(), purpose: z.enum(oneTimePurposes), expiresAt: z.string() })
  .describe("The pass that was made.");

/** `/public/complaints/{code}/one-time-codes`: six digits to the customer's own telephone, and what they are exchanged for. */
export function publicOneTimeCodeRoutes(
  api: Api,
  wiring: Wiring,
  { isDemonstration }: { isDemonstration: boolean },
): void {
  api.post(
    "/public/complaints/:code/one-time-codes",
    {
      schema: {
        tags: ["public"],
        summary: "Send six digits to the telephone or the e-mail address in the file",
        description: "Good for 15 minutes, five tries, one purpose, and for whoever asked.",
        params: codeParams,
        body: z.strictObject({ purpose: z.enum(oneTimePurposes) }),
        response: { 201: madeSchema.describe("What the digits that were sent are asked back with.") },
      },
    },
    async (request, reply) => {
      const opened = await openByCode(request, wiring, request.params.code);
      const { organisation, complaintId, code, complaint } = opened;
      const sentTo = contactShown(opened);
      if (sentTo === null) throw problem("no-contact");
      const ofCode = code.hash.toString("hex").slice(0, 32);
      const place = `${ofCode} ${countedAddress(request.ip)}`;
      await takeTurn(wiring, { organisation, what: "one-time-code", place });
      await takeTurn(wiring, { organisation, what: "one-time-code-of-all", place: ofCode });
      const { purpose } = request.body;
      const asked = { organisation, complaintId, codeHash: code.hash, purpose, sequence: complaint.sequence };
      const { oneTimeCodeId, digits, expiresAt } = await newOneTimeCode(wiring.pool, asked);
      const demonstrationDigits = isDemonstration ? digits : null;
      return reply.code(201).send({ oneTimeCodeId, sentTo, expiresAt, demonstrationDigits });
    },
  );
  api.post(
    "/public/complaints/:code/one-time-codes/:oneTimeCodeId/passes",
    {
      schema: {
        tags: ["public"],
        summary: "Exchange the digits for a pass",
        description:
          "Send the pass as `hoiam-pass`; it is good for half an hour. Wrong digits, an unknown id and one that is over are told the same.",
        params: codeParams.extend({ oneTimeCodeId: idParam }),
        body: z.strictObject({ digits: z.string().max(20) }),
        response: { 201: passSchema },
      },
    },
    async (request, reply) => {
      const { organisation, complaintId, code } = await openByCode(request, wiring, request.params.code);
      const { oneTimeCodeId } = request.params;
      const digits = request.body.digits.replaceAll(/\D/g, "");
      const asked = { organisation, complaintId, codeHash: code.hash, oneTimeCodeId, digits };
      const found = await passFor(wiring.pool, asked);
      if (!found) throw problem("wrong-one-time-code", {}, { field: "digits" });
      return reply.code(201).send(found);
    },
  );
}
