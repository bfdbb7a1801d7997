import type { FastifyReply } from "fastify";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Complaint } from "../../complaint/state.ts";
import { CALENDAR, CALENDAR_NAME, invitationCalendar } from "../../documents/invitation-calendar.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { codeParams, openByCode } from "./public-access.ts";
import { readComplaint } from "./read-complaint.ts";
import { z } from "zod";

const summary = "A meeting to which the customer was invited, for a calendar";
const description =
  "RFC 5545, in the time of Vietnam. Fetched again after the customer was invited anew or the complaint ended, it changes or cancels the entry that there is.";
const produces = ["text/calendar"];

/** `…/meetings/{meetingId}/calendar`: for staff of the file, and for the customer by their code. */
export function meetingCalendarRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/meetings/:meetingId/calendar",
    {
      config: { scope: "read" },
      schema: {
        tags: ["documents"],
        summary,
        description,
        params: z.object({ complaintId: idParam, meetingId: idParam }),
        produces,
      },
    },
    async (request, reply) => {
      const { complaintId, meetingId } = request.params;
      return send(reply, meetingId, await readComplaint(wiring, signedIn(request), complaintId));
    },
  );
}

/** The customer's own, beside the page where they follow their complaint. */
export function publicMeetingCalendarRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/public/complaints/:code/meetings/:meetingId/calendar",
    { schema: { tags: ["public"], summary, description, params: codeParams.extend({ meetingId: idParam }), produces } },
    async (request, reply) => {
      const { code, meetingId } = request.params;
      return send(reply, meetingId, await openByCode(request, wiring, code));
    },
  );
}

function send(
  reply: FastifyReply,
  meetingId: string,
  file: { complaint: Complaint; events: readonly ComplaintEvent[]; edition: Edition },
): FastifyReply {
  const calendar = invitationCalendar(meetingId, file);
  if (calendar === undefined) throw problem("no-such-item", { name: meetingId });
  return reply
    .header("content-type", CALENDAR)
    .header("content-disposition", `attachment; filename="${CALENDAR_NAME}"`)
    .header("cache-control", "private, no-store")
    .send(calendar);
}
