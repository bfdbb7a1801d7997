import { z } from "zod";
import type { Api, Wiring } from "./api.ts";

const organisationSchema = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  letterhead: z.string().optional(),
  zone: z.string(),
  procedures: z.array(z.string()),
});

/** `/organisations`: for the page on which people sign in. What stands here is on every letterhead. */
export function organisationRoutes(api: Api, { registry }: Wiring): void {
  api.get(
    "/organisations",
    {
      schema: {
        tags: ["organisation"],
        summary: "The organisations of this installation",
        response: { 200: z.object({ organisations: z.array(organisationSchema) }) },
      },
    },
    () => ({ organisations: registry.organisations() }),
  );
}
