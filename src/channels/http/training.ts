import { z } from "zod";
import { mayRemoveTraining, trainingRoles } from "../../access/actor.ts";
import { setTraining } from "../../access/sign-in.ts";
import { removeTraining } from "../../store/remove-training.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { inPerson } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { notYourRole } from "./role-needed.ts";

/** What may be written in training: what is about complaints, and oneself. Everything else is real also while somebody practises. */
const PRACTISED = [
  "/complaints",
  "/assignments",
  "/complaint-previews",
  "/likely-duplicates",
  "/matches",
  "/attachments",
  "/incidents/:incidentId/",
  "/notifications",
  "/session",
  "/training",
];
/** By these somebody outside would open a complaint that is none. */
const LEADS_OUTSIDE = "/complaints/:complaintId/coordinations/:coordinationId/answer-links";

/** Refuses, to who practises, whatever would change more than what is for practice. Comes after `identifyRequests`. */
export function keepTrainingApart(api: Api): void {
  api.addHook("onRequest", async (request) => {
    if (!request.signedIn?.identity.isTraining || request.method === "GET" || request.method === "HEAD") return;
    const address = (request.routeOptions.url ?? "").replace(/^\/api\/v1/, "");
    const isPractised = PRACTISED.some((each) => address.startsWith(each));
    if (!isPractised || address === LEADS_OUTSIDE) throw problem("not-in-training");
  });
}

/** `/session/training`: to practise or not; `/training/removals`: away with what was practised on. */
export function trainingRoutes(api: Api, { pool, store, identities }: Wiring): void {
  api.put(
    "/session/training",
    {
      config: { scope: "read" },
      schema: {
        tags: ["session"],
        summary: "Practise, or go back to work",
        description:
          "Of this session only. While it practises, complaints that it takes in are for practice (`TH-…`) and it sees no others; nothing is sent on their account, and they count nowhere else. What would change more than them is refused.",
        body: z.strictObject({ isTraining: z.boolean() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { key } = inPerson(signedIn(request));
      await setTraining(pool, key, request.body.isTraining);
      identities.forgetAll();
      return reply.code(204).send(null);
    },
  );
  api.post(
    "/training/removals",
    {
      config: { scope: "administer" },
      schema: {
        tags: ["session"],
        summary: "Remove all complaints that were for practice",
        description:
          "For administrators, shift leads and the board. They are shown nowhere any more; the log keeps them.",
        response: { 200: z.object({ removed: z.int() }) },
      },
    },
    async (request) => {
      const { identity, actor } = signedIn(request);
      if (!mayRemoveTraining(actor)) throw notYourRole(trainingRoles);
      return { removed: await removeTraining(store, { organisation: identity.organisation, actor }) };
    },
  );
}
