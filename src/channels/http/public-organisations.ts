import { z } from "zod";
import { webChannelOf } from "../../procedure/pure/edition/channel-use.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Field, Kind } from "../../procedure/pure/edition/kinds.ts";
import { idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { channelClosed, closedOf, editionsInForce } from "./closed-channels.ts";
import { problem } from "./problem.ts";
import { organisationShown, publicOrganisationSchema } from "./public-schema.ts";

const named = z.object({ id: z.string(), name: z.string() });
const fieldSchema = named.extend({
  type: z.enum(["text", "long-text", "phone", "email", "day", "instant", "money", "number", "choice", "yes-no"]),
  choices: z.array(named),
});
const kindSchema = named.extend({
  procedure: z.string(),
  isComplaint: z.boolean().describe("False of praise and of plain requests: no promise runs."),
  required: z
    .array(z.string())
    .describe("Ids of fields that are needed; what is missing never keeps it from being taken."),
  asked: z.array(z.string()).describe("Ids of fields that help."),
  evidence: z.array(named).describe("Documents of the customer that are needed."),
});
const formSchema = publicOrganisationSchema.extend({
  kinds: z.array(kindSchema),
  fields: z
    .array(fieldSchema)
    .describe("Of the kinds; name, phone, email, content, event-on and remedy-sought are asked of everybody."),
  services: z.array(named),
  complainants: z.array(named.extend({ evidence: z.array(named) })),
});

/** Fields that every complaint may have, whatever it is about. */
export const FIELDS_OF_ALL = ["name", "phone", "email", "address", "content", "remedy-sought", "event-on"] as const;

/** `/public/organisations/{organisation}`: what the form of a provider asks, by the editions in force today. */
export function publicOrganisationRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/public/organisations/:organisation",
    {
      schema: {
        tags: ["public"],
        summary: "What a provider asks of who complains on the web",
        description: "By the edition in force today. 422 where the provider takes no complaints on the web.",
        params: z.object({ organisation: idParam }),
        response: { 200: formSchema },
      },
    },
    async (request) => {
      const { organisation } = request.params;
      return formOf(await editionsOnWeb(wiring, organisation));
    },
  );
}

function formOf(editions: readonly Edition[]): z.infer<typeof formSchema> {
  const kinds = editions.flatMap((edition) => edition.kinds.map((kind) => kindShown(kind, edition)));
  const wanted = new Set<string>([
    ...FIELDS_OF_ALL,
    ...kinds.flatMap(({ required, asked }) => [...required, ...asked]),
  ]);
  const [first] = editions;
  if (!first) throw problem("no-web-channel");
  return {
    ...organisationShown(first),
    kinds,
    fields: unique(editions.flatMap(({ fields }) => fields.filter(({ id }) => wanted.has(id)).map(fieldShown))),
    services: unique(editions.flatMap(({ services }) => services.map(({ id, name }) => ({ id, name })))),
    complainants: unique(
      editions.flatMap((edition) =>
        edition.complainants.map(({ id, name, needs }) => ({ id, name, evidence: evidenceShown(needs, edition) })),
      ),
    ),
  };
}

/** The editions in force today under which a complaint may come in on the web. Where that is closed, it says what there is instead. */
export async function editionsOnWeb(
  wiring: Pick<Wiring, "pool" | "registry" | "now">,
  organisation: string,
  idempotencyKey?: string,
): Promise<Edition[]> {
  if (!wiring.registry.organisations().some(({ id }) => id === organisation)) throw problem("organisation-unknown");
  const editions = editionsInForce(wiring, organisation);
  const closed = await closedOf(wiring, organisation, idempotencyKey);
  const closedHere = (edition: Edition) => closed.find(({ channelId }) => channelId === webChannelOf(edition)?.id);
  const onWeb = editions.filter((edition) => webChannelOf(edition) !== undefined);
  const open = onWeb.filter((edition) => closedHere(edition) === undefined);
  const [first] = onWeb.flatMap((edition) => closedHere(edition) ?? []);
  if (open.length === 0) throw first ? channelClosed(first, { closed, editions }) : problem("no-web-channel");
  return open;
}

function kindShown({ id, name, complaint, required, asked, evidence }: Kind, edition: Edition) {
  const isField = (field: string) => edition.fields.some((each) => each.id === field && each.writtenBy !== "staff");
  return {
    id,
    name,
    procedure: edition.procedure,
    isComplaint: complaint,
    required: required.filter(isField),
    asked: asked.filter(isField),
    evidence: evidenceShown(evidence, edition),
  };
}

function evidenceShown(ids: readonly string[], { evidence }: Edition) {
  return evidence
    .filter(({ id, from }) => ids.includes(id) && from === "customer")
    .map(({ id, name }) => ({ id, name }));
}

function fieldShown({ id, name, type, choices = [] }: Field) {
  return { id, name, type, choices };
}

function unique<Item extends { id: string }>(items: Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
