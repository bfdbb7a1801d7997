import { z } from "zod";
import { countedAddress } from "../../access/guesses.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { webChannelOf } from "../../procedure/pure/edition/channel-use.ts";
import { publishedProcedure } from "../../procedure/pure/published/published-procedure.ts";
import { channelTypes, ratingSubjects } from "../../procedure/pure/vocabulary.ts";
import { keepArticleRating } from "../../store/article-ratings.ts";
import type { ClosedChannel } from "../../store/closed-channels.ts";
import { idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { closedOf, editionsInForce } from "./closed-channels.ts";
import { wordsSchema } from "./form-fields.ts";
import { problem } from "./problem.ts";
import { takeTurn } from "./public-access.ts";
import { organisationShown, publicOrganisationSchema } from "./public-schema.ts";

const origin = z.enum(["procedure", "law"]).describe("`law`: runs beside what the provider promises.");
const promiseSchema = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string().describe("acknowledge, first-reply, resolve, …: what is promised."),
  origin,
  term: wordsSchema,
});
const publishedSchema = z.object({
  procedure: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  effectiveOn: z.string(),
  isEffectiveOnStated: z.boolean().describe("False: the text gives no day in force; the day is a choice."),
  publishedOn: z.string().nullable().describe("The day that the text itself carries as that of its publishing."),
  lawEffectiveOn: z.string(),
  channels: z.array(
    z.object({
      type: z.enum(channelTypes),
      name: z.string(),
      address: z.string().nullable(),
      closed: z.string().nullable().describe("Why nothing is taken in by it for now; null: it is open."),
    }),
  ),
  complainants: z.array(z.object({ name: z.string(), documents: z.array(z.string()) })),
  timeBars: z.array(
    z.object({ about: wordsSchema, term: wordsSchema, from: z.string(), lateness: wordsSchema, origin }),
  ),
  steps: z.array(
    z.object({
      step: z.string().nullable(),
      names: z.array(z.string()),
      by: z.array(wordsSchema),
      with: z.array(wordsSchema).describe("Units whose help may be asked for at this step."),
      promises: z.array(promiseSchema).describe("Terms that end with something done at this step."),
    }),
  ),
  promises: z.array(
    promiseSchema.extend({ terms: z.array(z.object({ when: wordsSchema, term: wordsSchema })), from: wordsSchema }),
  ),
  kinds: z.array(
    z.object({
      name: z.string(),
      needed: z.array(z.string()),
      documents: z.array(z.string()),
    }),
  ),
  hasPriority: z.boolean(),
  negotiation: wordsSchema.nullable(),
  tellsOutsideRemedies: z.boolean(),
  workingDays: wordsSchema.nullable().describe("How the text itself defines working days; null: it does not."),
  ownRemedies: z.array(wordsSchema).describe("What the provider's own text offers who does not agree."),
  papers: z
    .array(z.object({ name: wordsSchema, isSignedByCustomer: z.boolean() }))
    .describe("Papers that the provider's own text promises its customers."),
  ratings: z.array(z.object({ of: z.enum(ratingSubjects), question: z.string() })),
});
const ratingSchema = z.strictObject({
  of: z.enum(ratingSubjects),
  score: z.int().min(1).max(5).describe("Whether the article helped: 1 no, 5 yes."),
  browser: z
    .string()
    .regex(/^[\x21-\x7e]{22,200}$/, "22 to 200 printable ASCII characters, random")
    .describe("Random, made and kept by the browser: it counts once, and may change its mind."),
});

/** `/public/organisations/{organisation}/procedures`: what a provider publishes of how it settles complaints. */
export function publicProcedureRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/public/organisations/:organisation/procedures",
    {
      schema: {
        tags: ["public"],
        summary: "How a provider settles complaints",
        description:
          "Of the editions in force today: channels, steps with the time of each, documents, rights outside.",
        params: z.object({ organisation: idParam }),
        response: {
          200: z.object({
            organisation: publicOrganisationSchema,
            takesOnline: z.boolean().describe("Whether a complaint may be sent on these pages."),
            procedures: z.array(publishedSchema),
          }),
        },
      },
    },
    async (request) => {
      const { organisation } = request.params;
      const editions = editionsInForce(wiring, organisation);
      const [first] = editions;
      if (!first) throw problem("organisation-unknown");
      const closed = await closedOf(wiring, organisation);
      const isOpen = (id: string | undefined) => id !== undefined && !closed.some(({ channelId }) => channelId === id);
      return {
        organisation: organisationShown(first),
        takesOnline: editions.some((edition) => isOpen(webChannelOf(edition)?.id)),
        procedures: editions.map((edition) => published(edition, closed)),
      };
    },
  );
  api.post(
    "/public/organisations/:organisation/procedures/:procedure/ratings",
    {
      schema: {
        tags: ["public"],
        summary: "Rate the published procedure, or the help pages",
        description: "Only what the provider asks about. Kept apart from any complaint.",
        params: z.object({ organisation: idParam, procedure: idParam }),
        body: ratingSchema,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, procedure } = request.params;
      const edition = editionsInForce(wiring, organisation).find(({ ref }) => ref.procedure === procedure);
      const { body } = request;
      if (!edition?.ratings?.some(({ of }) => of === body.of)) throw problem("no-such-item", { name: body.of });
      await takeTurn(wiring, { organisation, what: "rating", place: countedAddress(request.ip) });
      await keepArticleRating(wiring.pool, { organisation, procedure }, body);
      return reply.code(204).send(null);
    },
  );
}

function published(edition: Edition, closed: readonly ClosedChannel[]) {
  const { channels, ...told } = publishedProcedure(edition);
  return {
    ...told,
    channels: channels.map(({ id, ...channel }) => ({
      ...channel,
      closed: closed.find(({ channelId }) => channelId === id)?.reason ?? null,
    })),
  };
}
