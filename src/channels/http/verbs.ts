import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { fieldsOf } from "../../complaint/forms/fields-of-verb.ts";
import { verbEvents } from "../../procedure/pure/verb-events.ts";
import { verbs, type Verb } from "../../procedure/pure/vocabulary.ts";
import { idempotencyHeaders, idParam, ifMatchHeaders } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { carryOut, doneSchema } from "./carry-out.ts";
import { bodyOf, commandParts } from "./command-body.ts";
import { withHashOfPaper } from "./complaint-papers.ts";
import { withMadePaper } from "./made-papers.ts";
import { preview, previewSchema } from "./preview.ts";
import { reachForVerb } from "./read-complaint.ts";
import { verbAddresses } from "./verb-addresses.ts";

const previewQuery = z.strictObject({
  preview: z
    .stringbool({ truthy: ["true"], falsy: ["false"] })
    .default(false)
    .describe("Shows what it would make: stage, clocks, facts. Nothing is written, and no key is used."),
});

/** One resource for each verb, below a complaint. The pack says who may do what when; the core decides. */
export function verbRoutes(api: Api, wiring: Wiring): void {
  for (const verb of verbs) if (verb !== "register") addVerb(api, wiring, verb);
}

function addVerb(api: Api, wiring: Wiring, verb: Exclude<Verb, "register">): void {
  const { path, tag, summary } = verbAddresses[verb];
  const addressFields = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
  const params = z.object(Object.fromEntries(["complaintId", ...addressFields].map((name) => [name, idParam])));
  const known = fieldsOf(verb)["properties"] as Record<string, unknown>;
  const stray = addressFields.find((name) => !(name in known));
  if (stray !== undefined) throw new Error(`the address of ${verb} gives the field ${stray}, which it does not have`);
  api.post(
    `/complaints/:complaintId/${path}`,
    {
      config: { scope: "handle" },
      schema: {
        tags: [tag],
        operationId: verb,
        summary,
        description: `The verb \`${verb}\`. \`GET …/actions\` says whether it is open, and what the procedure wants with it.`,
        params,
        headers: idempotencyHeaders.extend(ifMatchHeaders.shape),
        querystring: previewQuery,
        body: bodyOf(verb, addressFields),
        response: {
          200: previewSchema.describe("With `preview=true`: what it would make. Nothing was written."),
          201: doneSchema.describe(`What was made: ${verbEvents[verb].sure.join(", ")}, and what follows from it.`),
        },
      },
    },
    async (request: FastifyRequest, reply: FastifyReply) => {
      const { complaintId = "", ...fields } = request.params as Record<string, string>;
      const who = signedIn(request);
      // Who may not see it is told that it does not exist.
      await reachForVerb(wiring, who, complaintId, verb);
      const given = commandParts(request.body as Record<string, unknown>, fields);
      const parts = verb === "sign-paper" ? await withHashOfPaper(wiring, who, complaintId, given) : given;
      const { preview: isPreview } = request.query as z.infer<typeof previewQuery>;
      const asked = await withMadePaper(wiring, who, { verb, complaintId, parts });
      return (isPreview ? preview : carryOut)(request, reply, wiring, asked);
    },
  );
}
