import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import { documentOf } from "../../procedure/pure/document/document-of.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { flowChartOf } from "../../procedure/pure/flow-chart/flow-chart.ts";
import { phases, ratingSubjects } from "../../procedure/pure/vocabulary.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { stageCounts, STAGE_COUNT_MAX } from "../../projections/work-queue/stage-counts.ts";
import { countArticleRatings } from "../../store/article-ratings.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { editionDocumentSchema } from "./edition-document-schema.ts";
import { problem } from "./problem.ts";

const texts = z.array(z.string());
const pointSchema = z.object({ x: z.number(), y: z.number() });
const lineSchema = z.object({
  key: z.string().describe("Which move: `intake.2`, the stage and its place in the pack."),
  to: texts.describe("Stages that it leads to; none: the stage stays."),
  y: z.number(),
  height: z.number(),
  name: texts,
  condition: texts,
});
const chartSchema = z.object({
  width: z.number(),
  height: z.number(),
  laneHead: z.number().describe("Height of the lanes' names, at the top."),
  lanes: z.array(z.object({ name: z.string(), x: z.number(), width: z.number(), lines: texts })),
  boxes: z.array(
    pointSchema.extend({
      stage: z.string(),
      name: z.string(),
      step: z.string().nullable(),
      phase: z.enum(phases),
      lane: z.string(),
      width: z.number(),
      height: z.number(),
      headHeight: z.number(),
      title: texts,
      lines: z.array(lineSchema),
    }),
  ),
  arrows: z.array(
    z.object({ key: z.string(), from: z.string(), to: z.string(), isBack: z.boolean(), points: z.array(pointSchema) }),
  ),
  start: z.object({ from: pointSchema, to: pointSchema }),
});
const yesOrNo = z.stringbool({ truthy: ["true"], falsy: ["false"] });

/** An edition for people: as the document that it is, as its swim-lane chart, and how many complaints stand where. */
export function editionDocumentRoutes(api: Api, wiring: Wiring): void {
  textRoutes(api, wiring);
  countRoutes(api, wiring);
}

const tags = ["procedures"];

function textRoutes(api: Api, { registry }: Wiring): void {
  const editionOf = ({ identity }: SignedIn, hash: string): Edition => {
    const edition = registry.byHash(hash);
    if (edition?.ref.organisation !== identity.organisation) throw problem("no-such-item", { name: hash });
    return edition;
  };
  api.get(
    "/editions/:hash/document",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "One edition as a controlled document",
        description: "Terms, guards and events in words, each value with its source.",
        params: z.object({ hash: idParam }),
        response: { 200: editionDocumentSchema },
      },
    },
    (request) => documentOf(editionOf(signedIn(request), request.params.hash)),
  );
  api.get(
    "/editions/:hash/flow-chart",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The swim-lane chart of one edition, laid out",
        description: "In pixels: lanes, boxes with their text in lines, arrows. Whoever draws it computes nothing.",
        params: z.object({ hash: idParam }),
        querystring: z.strictObject({
          language: z.enum(["vi", "en"]).default("vi"),
          conditions: yesOrNo.default(true).describe("Whether each move says what must hold."),
        }),
        response: { 200: chartSchema },
      },
    },
    (request) => {
      const { language, conditions: withConditions } = request.query;
      return flowChartOf(editionOf(signedIn(request), request.params.hash), { language, withConditions });
    },
  );
}

function countRoutes(api: Api, { pool, now }: Wiring): void {
  api.get(
    "/procedures/:procedure/stages",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "How many open complaints that I may see stand at each stage",
        params: z.object({ procedure: idParam }),
        response: {
          200: z.object({
            stages: z.array(z.object({ stage: z.string(), open: z.int(), overdue: z.int() })),
            isCut: z.boolean().describe(`More than ${STAGE_COUNT_MAX} are open: those due first were counted.`),
          }),
        },
      },
    },
    (request) => {
      const { identity, actor } = signedIn(request);
      const { organisation } = identity;
      const asked = { organisation, procedure: request.params.procedure, visibility: visibilityOf(actor), now: now() };
      return readInside(pool, organisation, (connection) => stageCounts(connection, asked));
    },
  );
  api.get(
    "/procedures/:procedure/ratings",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "What readers of the published procedure think of it",
        params: z.object({ procedure: idParam }),
        response: {
          200: z.object({
            ratings: z.array(z.object({ of: z.enum(ratingSubjects), score: z.int(), count: z.int() })),
          }),
        },
      },
    },
    async (request) => {
      const { organisation } = signedIn(request).identity;
      return { ratings: await countArticleRatings(pool, { organisation, procedure: request.params.procedure }) };
    },
  );
}
