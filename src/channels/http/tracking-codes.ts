import { z } from "zod";
import { oneTimePurposes, waitingOneTimeCodes } from "../../access/one-time-codes.ts";
import { keepTrackingCode, newTrackingCode, revokeTrackingCodes } from "../../access/tracking-codes.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { idParam } from "./addresses.ts";
import { created, signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { takingIn } from "./role-needed.ts";
import { trackingUrl } from "./public-complaints.ts";
import { readComplaint } from "./read-complaint.ts";

const madeSchema = z.object({
  code: z.string().describe("For the receipt. It is shown now, and never again."),
  url: z.string().describe("The same as an address, for a QR code."),
});
const waitingSchema = z.object({
  purpose: z.enum(oneTimePurposes),
  digits: z.string(),
  madeAt: z.string(),
  expiresAt: z.string(),
});

/** `/complaints/{id}/tracking-codes`, `/complaints/{id}/one-time-codes`: what staff hand to the customer whom they have before them. */
export function trackingCodeRoutes(api: Api, wiring: Wiring): void {
  const params = z.object({ complaintId: idParam });
  api.post(
    "/complaints/:complaintId/tracking-codes",
    {
      config: { scope: "handle" },
      schema: {
        tags: ["customers"],
        summary: "Make a code by which the customer follows the complaint",
        description: "For the receipt. Earlier codes go on to open it, unless they are taken back.",
        params,
        body: z.strictObject({
          revokeEarlier: z.boolean().default(false).describe("Take back every earlier one: somebody else may have it."),
        }),
        response: { 201: madeSchema.describe("The code that was made.") },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { complaintId } = request.params;
      const { organisation } = await ofHandled(wiring, who, complaintId);
      const code = newTrackingCode(organisation);
      const { kind, personId } = who.actor;
      await writeInside(wiring.pool, organisation, async (connection) => {
        if (request.body.revokeEarlier) await revokeTrackingCodes(connection, { organisation, complaintId });
        await keepTrackingCode(connection, code, { complaintId, madeBy: { kind, personId } });
      });
      const url = trackingUrl(wiring, code.text);
      return created(reply, `/api/v1/public/complaints/${code.text}`, { code: code.text, url });
    },
  );
  api.get(
    "/complaints/:complaintId/one-time-codes",
    {
      config: { scope: "handle" },
      schema: {
        tags: ["customers"],
        summary: "One-time codes that the customer waits for",
        description: "To be read out to the customer, called at the number in the file, and to nobody else.",
        params,
        response: { 200: z.object({ oneTimeCodes: z.array(waitingSchema) }) },
      },
    },
    async (request) => {
      const { complaintId } = request.params;
      const { organisation } = await ofHandled(wiring, signedIn(request), complaintId);
      return { oneTimeCodes: await waitingOneTimeCodes(wiring.pool, { organisation, complaintId }) };
    },
  );
}

/** For those who may see the complaint and handle complaints. */
async function ofHandled(wiring: Wiring, who: SignedIn, complaintId: string): Promise<{ organisation: string }> {
  await readComplaint(wiring, who, complaintId);
  return { organisation: takingIn(who).identity.organisation };
}
