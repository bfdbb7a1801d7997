import { z } from "zod";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { phases } from "../../procedure/pure/vocabulary.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";

const choicesSchema = z.array(z.object({ value: z.string(), label: z.string() }));

const filtersSchema = z.object({
  kind: choicesSchema,
  stage: z.array(z.object({ value: z.string(), label: z.string(), phase: z.enum(phases) })),
  unit: choicesSchema,
  channel: choicesSchema,
  register: choicesSchema,
  service: choicesSchema,
});

/** `/complaint-filters`: by what lists may be narrowed, in the provider's words. */
export function complaintFilterRoutes(api: Api, { registry }: Wiring): void {
  api.get(
    "/complaint-filters",
    {
      config: { scope: "read" },
      schema: {
        tags: ["complaints"],
        summary: "What lists may be narrowed by, with the provider's names",
        description:
          "Of every edition, past ones among them, in the order of the packs: `GET /complaints?stage=<value>`. A name that changed is the latest.",
        response: { 200: filtersSchema },
      },
    },
    (request) => {
      const { organisation } = signedIn(request).identity;
      return choicesOf(registry.editions().filter(({ ref }) => ref.organisation === organisation));
    },
  );
}

function choicesOf(editions: readonly Edition[]): z.infer<typeof filtersSchema> {
  // The latest says the name, and its order comes first.
  const latestFirst = editions.toSorted((a, b) => (a.ref.effectiveOn < b.ref.effectiveOn ? 1 : -1));
  const of = (part: "kinds" | "units" | "channels" | "registers" | "services") =>
    once(latestFirst.flatMap((edition) => edition[part].map(({ id, name }) => ({ value: id, label: name }))));
  return {
    kind: of("kinds"),
    stage: once(
      latestFirst.flatMap(({ stages }) => stages.map(({ id, name, phase }) => ({ value: id, label: name, phase }))),
    ),
    unit: of("units"),
    channel: of("channels"),
    register: of("registers"),
    service: of("services"),
  };
}

function once<Choice extends { value: string }>(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ value }) => !seen.has(value) && seen.add(value));
}
