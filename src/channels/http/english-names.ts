import { z } from "zod";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { englishNamesIn } from "../../procedure/pure/edition/english.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";

const namesSchema = z.object({
  names: z
    .record(z.string(), z.string())
    .describe("The English name, by the name that the provider's procedure gives."),
});
const description =
  "Every other answer names kinds, services, stages, roles, units and channels as the provider does, in Vietnamese. A name that does not stand here has no English one.";

/** `/english-names`: what the provider's own names are called on English pages. */
export function englishNameRoutes(api: Api, { registry }: Wiring): void {
  api.get(
    "/english-names",
    {
      config: { scope: "read" },
      schema: {
        tags: ["procedures"],
        summary: "The provider's names in English",
        description,
        response: { 200: namesSchema },
      },
    },
    (request) => ({ names: namesOf(registry.editions(), signedIn(request).identity.organisation) }),
  );
  api.get(
    "/public/organisations/:organisation/english-names",
    {
      schema: {
        tags: ["public"],
        summary: "A provider's names in English",
        description,
        params: z.object({ organisation: idParam }),
        response: { 200: namesSchema },
      },
    },
    ({ params: { organisation } }) => {
      if (!registry.organisations().some(({ id }) => id === organisation)) throw problem("organisation-unknown");
      return { names: namesOf(registry.editions(), organisation) };
    },
  );
}

/** Found once for the editions of a start: packs are long, and English pages ask again and again. */
function namesOf(editions: readonly Edition[], organisation: string): Record<string, string> {
  const known = found.get(editions) ?? new Map<string, Record<string, string>>();
  found.set(editions, known);
  const names =
    known.get(organisation) ?? englishNamesIn(editions.filter(({ ref }) => ref.organisation === organisation));
  known.set(organisation, names);
  return names;
}

const found = new WeakMap<readonly Edition[], Map<string, Record<string, string>>>();
