import type { FastifyReply } from "fastify";
import { z } from "zod";
import { customerSchema, idText, text } from "../../complaint/events/parts.ts";
import { addArrival, putBack, registerArrival, setAside, type Handled } from "../../intake/handle-arrival.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { arrivalParams, atTheTray, readArrival } from "./arrivals.ts";
import { problemOfNotDone } from "./carry-out.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";
import { lineText, refuseUnseenText } from "./typed-text.ts";

const tags = ["arrivals"];
const handledSchema = z.object({
  complaintId: z.string(),
  number: z.string(),
  sequence: z.int().describe("Of the last fact; it is the ETag too."),
});

/** What a person makes of an arrival that waits, or that was only noted. Each once: whoever comes later is told that it was handled. */
export function arrivalHandlingRoutes(api: Api, wiring: Wiring): void {
  intoComplaintRoutes(api, wiring);
  asideRoutes(api, wiring);
}

function intoComplaintRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/arrivals/:arrivalId/complaints",
    {
      config: { scope: "register" },
      schema: {
        tags,
        summary: "Take it in as a new complaint, received when it arrived",
        description: "For clerks and shift leads. What the body does not say is as it came.",
        params: arrivalParams,
        body: z.strictObject({
          channel: idText.optional().describe("Needed where its connection serves no channel."),
          procedure: idParam.optional(),
          kind: idText.optional(),
          service: idText.optional(),
          content: text.optional(),
          customer: customerSchema.optional(),
          acknowledge: z
            .boolean()
            .default(false)
            .describe(
              "Tell the customer that it came, also where it arrived too long ago for that to happen by itself.",
            ),
        }),
        response: { 201: handledSchema.describe("The complaint that was made of it.") },
      },
    },
    async (request, reply) => {
      const who = atTheTray(signedIn(request));
      refuseUnseenText(request.body);
      const { arrivalId } = request.params;
      const arrival = await readArrival(wiring, who, arrivalId);
      const { channel = arrival.channel ?? undefined, acknowledge: acknowledges, ...said } = request.body;
      if (channel === undefined)
        throw problem("value-needed", { what: { vi: "kênh", en: "the channel" } }, { field: "channel" });
      const as = { ...said, channel };
      const handled = await registerArrival(wiring, { ...asked(who, arrivalId), as, acknowledges });
      return answer(handled, { reply, wiring, who });
    },
  );
  api.post(
    "/arrivals/:arrivalId/additions",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Add it to a complaint that I may see",
        description:
          "For clerks and shift leads. A closed complaint is taken up again where `reopen` says why and the procedure allows it; otherwise the words are kept there as a note.",
        params: arrivalParams,
        body: z.strictObject({ complaintId: idParam, reopen: lineText.optional() }),
        response: { 201: handledSchema.describe("The complaint that it was added to.") },
      },
    },
    async (request, reply) => {
      const who = atTheTray(signedIn(request));
      const { arrivalId } = request.params;
      const { complaintId, reopen } = request.body;
      await readArrival(wiring, who, arrivalId);
      await readComplaint(wiring, who, complaintId);
      const handled = await addArrival(wiring, { ...asked(who, arrivalId), complaintId, reopen });
      return answer(handled, { reply, wiring, who });
    },
  );
}

function asideRoutes(api: Api, wiring: Wiring): void {
  api.put(
    "/arrivals/:arrivalId/set-aside",
    {
      config: { scope: "handle" },
      schema: {
        tags,
        summary: "Put it aside, with the reason: it is no complaint's",
        description: "For clerks and shift leads. It is kept, and can be taken back.",
        params: arrivalParams,
        body: z.strictObject({ reason: lineText }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const who = atTheTray(signedIn(request));
      const { arrivalId } = request.params;
      await readArrival(wiring, who, arrivalId);
      const isDone = await setAside(wiring, { ...asked(who, arrivalId), reason: request.body.reason });
      if (!isDone) throw problem("arrival-handled");
      return reply.code(204).send(null);
    },
  );
  api.delete(
    "/arrivals/:arrivalId/set-aside",
    {
      config: { scope: "handle" },
      schema: { tags, summary: "Take it back into the tray", params: arrivalParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const who = atTheTray(signedIn(request));
      const { arrivalId } = request.params;
      await readArrival(wiring, who, arrivalId);
      if (!(await putBack(wiring, asked(who, arrivalId)))) throw problem("arrival-handled");
      return reply.code(204).send(null);
    },
  );
}

function asked({ identity, actor }: SignedIn, arrivalId: string) {
  return { organisation: identity.organisation, arrivalId, actor };
}

async function answer(
  handled: Handled,
  { reply, wiring, who }: { reply: FastifyReply; wiring: Wiring; who: SignedIn },
): Promise<FastifyReply> {
  if (handled.result === "not-waiting" || handled.result === "key-reused") throw problem("arrival-handled");
  if (handled.result !== "done")
    throw await problemOfNotDone(handled, { wiring, organisation: who.identity.organisation });
  const { complaintId, number, state } = handled;
  return reply
    .code(201)
    .header("location", `/api/v1/complaints/${complaintId}`)
    .send({ complaintId, number, sequence: state.sequence });
}
