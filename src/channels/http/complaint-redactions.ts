import { z } from "zod";
import { erasableValues } from "../../projections/complaint-file/erasable-values.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { reachComplaint } from "./read-complaint.ts";

/** `GET /complaints/{id}/redactions`: what a redaction may name, for who erases values without having read them. */
export function complaintRedactionRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/redactions",
    {
      config: { scope: "read" },
      schema: {
        tags: ["end"],
        summary: "Where personal values stand that can be erased, by place and not by content",
        params: z.object({ complaintId: idParam }),
        response: {
          200: z.object({
            events: z.array(z.object({ sequence: z.int(), type: z.string(), paths: z.array(z.string()) })),
          }),
        },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const { complaintId } = request.params;
      const { reached } = await reachComplaint(wiring, who, complaintId);
      if (reached !== "all" && !reached.includes("redact")) throw problem("complaint-unknown");
      const events = await readInside(wiring.pool, organisation, (connection) =>
        erasableValues(connection, { organisation, complaintId }),
      );
      return { events };
    },
  );
}
