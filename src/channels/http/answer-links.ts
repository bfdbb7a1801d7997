import { z } from "zod";
import { newAnswerLink } from "../../access/answer-links.ts";
import { wouldTake } from "../../complaint/forms/legal-values.ts";
import { refuse } from "../../complaint/refusal.ts";
import { idParam } from "./addresses.ts";
import { created, signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { problem, problemOfRefusal } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";

const lineOf = (chars: number) => z.string().trim().min(1).max(chars);

/** `…/coordinations/{coordinationId}/answer-links`: for somebody of the unit who never signs in. */
export function answerLinkRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/complaints/:complaintId/coordinations/:coordinationId/answer-links",
    {
      config: { scope: "handle" },
      schema: {
        tags: ["solve"],
        summary: "Make a link by which a technician answers, once",
        description:
          "For those who may answer the request themselves. The link shows the question, what was told with it, its due and the documents named here; nothing else of the file.",
        params: z.object({ complaintId: idParam, coordinationId: idParam }),
        body: z.strictObject({
          sentTo: lineOf(200).optional().describe("Whom it is for."),
          email: z.email().max(320).optional().describe("Where to mail it; none: it is handed over otherwise."),
          documents: z.array(idParam).max(50).default([]).describe("Ids of documents of the file that it shows."),
        }),
        response: {
          201: z
            .object({
              answerLinkId: z.string(),
              url: z.string().describe("Shown now, and never again."),
              expiresAt: z.string(),
            })
            .describe("The link."),
        },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { sentTo = null, email = null, documents } = request.body;
      const asked = await requestToAnswer(wiring, who, request.params);
      const unknown = documents.find((id) => !asked.documents.includes(id));
      if (unknown !== undefined) throw problem("no-such-item", { name: unknown }, { field: "documents" });
      const { kind, personId } = who.actor;
      const made = await newAnswerLink(wiring.pool, {
        organisation: who.identity.organisation,
        ...request.params,
        unit: asked.unit,
        sequence: asked.sequence,
        sentTo,
        email,
        documents,
        madeBy: { kind, personId },
      });
      const { answerLinkId, expiresAt, key } = made;
      const url = `${wiring.publicUrl}/tra-loi/${key}`;
      return created(reply, `/api/v1/public/answers/${key}`, { answerLinkId, url, expiresAt });
    },
  );
}

/** The request, for whoever may answer it themselves: nobody hands on more than they have. */
async function requestToAnswer(
  wiring: Wiring,
  who: SignedIn,
  { complaintId, coordinationId }: { complaintId: string; coordinationId: string },
): Promise<{ unit: string; sequence: number; documents: string[] }> {
  const { complaint, edition, calendarNumber, decidedAt: now } = await readComplaint(wiring, who, complaintId);
  const found = complaint.coordinations.find((each) => each.coordinationId === coordinationId);
  if (!found) throw problem("no-such-item", { name: coordinationId });
  const { store, pool } = wiring;
  const calendars = await store.calendars.calendarsFor(edition, { number: calendarNumber, connection: pool });
  const context = { edition, calendars, now, actor: who.actor, newId: store.newId };
  if (!wouldTake({ verb: "answer-coordination", data: { coordinationId } }, complaint, context)) {
    throw problemOfRefusal(refuse("item-not-open", { name: coordinationId, status: found.status }));
  }
  const { unit } = found;
  return {
    unit,
    sequence: complaint.sequence,
    documents: complaint.attachments.map(({ attachmentId }) => attachmentId),
  };
}
