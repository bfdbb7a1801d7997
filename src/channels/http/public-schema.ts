import { z } from "zod";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { promiseStates, type PromisedDay } from "../../projections/customer-view/promises.ts";

/** A provider as its customers know it. */
export const publicOrganisationSchema = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  letterhead: z.string().nullable(),
  address: z.string().nullable(),
  colour: z.string().nullable().describe("Dark enough for white letters; null: the pages' own."),
  helplines: z
    .array(z.object({ name: z.string(), address: z.string() }))
    .describe("Where somebody answers at once: telephone numbers of the pack."),
});

export function organisationShown({ organisation, channels }: Edition): z.infer<typeof publicOrganisationSchema> {
  const { id, name, shortName, letterhead = null, address = null, colour = null } = organisation;
  const helplines = channels.flatMap(({ type, name: channel, address }) =>
    type === "phone" && address !== undefined ? [{ name: channel, address }] : [],
  );
  return { id, name, shortName, letterhead, address, colour, helplines };
}

export const promisedDaySchema = z.object({
  purpose: z
    .string()
    .describe("acknowledge, first-reply, resolve, …: what is promised; result: answered, and not settled."),
  rule: z.string().describe("Id of the term in the published procedure."),
  round: z.int().describe("The handling that it belongs to: 2 where it is handled for the second time."),
  startedAt: z.string(),
  dueOn: z.string(),
  dueAt: z.string(),
  state: z.enum(promiseStates),
  endedAt: z.string().nullable(),
  origin: z.enum(["procedure", "law"]).describe("`law`: what the law asks of every provider."),
  laws: z.array(z.string()).describe("What says so, where it is the law."),
  extended: z.boolean(),
}) satisfies z.ZodType<PromisedDay | { purpose: string }>;

/** A key against doing it twice, which on the web is needed: nobody may guess it. */
export const keyHeaders = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{22,200}$/, "22 to 200 printable ASCII characters, random")
    .describe("Random and secret, such as a UUID. The same with the same body again gets the same answer."),
});
