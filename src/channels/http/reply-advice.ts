import { z } from "zod";
import { day, text } from "../../complaint/events/parts.ts";
import { adviceOn } from "../../complaint/tell/reply-advice.ts";
import { GENERAL_ADVICE, replyAdvices } from "../../procedure/pure/edition/reply-advice.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { adviceByUnit } from "../../projections/reply-advice/advice-by-unit.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { readComplaint } from "./read-complaint.ts";

const tags = ["replies"];
const advices = z.array(z.enum(replyAdvices));
/** How far back teams are compared. */
const DAYS_MAX = 92;
const DAY_MS = 86_400_000;

/** `…/reply-advice`: how a reply stands to what the provider advises, while it is written; and how those of each team did. */
export function replyAdviceRoutes(api: Api, wiring: Wiring): void {
  adviceRoute(api, wiring);
  teamsRoute(api, wiring);
}

function adviceRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/complaints/:complaintId/reply-advice",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "How a reply stands to what the provider advises, if it left now",
        description: "Nobody is kept from sending it as it is. Nothing is kept of what is asked here.",
        params: z.object({ complaintId: idParam }),
        body: z.strictObject({
          content: text,
          promises: z
            .array(z.object({ dueOn: day }))
            .max(20)
            .default([]),
        }),
        response: { 200: z.object({ kept: advices, open: advices, wordsMax: z.int() }) },
      },
    },
    async (request) => {
      const read = await readComplaint(wiring, signedIn(request), request.params.complaintId);
      const { complaint, edition, decidedAt: at } = read;
      const { kept, open } = adviceOn({ ...request.body, at }, complaint, edition);
      return { kept, open, wordsMax: (edition.replyAdvice ?? GENERAL_ADVICE).wordsMax };
    },
  );
}

function teamsRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/reply-advice",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "How often written replies of each team followed what the provider advises",
        description: "Of teams and never of people. Without what is for practice.",
        querystring: z.strictObject({ days: z.coerce.number<string>().int().min(1).max(DAYS_MAX).default(30) }),
        response: {
          200: z.object({
            days: z.int(),
            units: z.array(
              z.object({
                unit: z.string().nullable(),
                name: z.string().nullable().describe("Null: nobody had the complaint yet."),
                advice: z.array(z.object({ advice: z.enum(replyAdvices), kept: z.int(), of: z.int() })),
              }),
            ),
          }),
        },
      },
    },
    (request) => {
      const { organisation } = signedIn(request).identity;
      const { days } = request.query;
      const untilAt = wiring.now();
      const fromAt = new Date(Date.parse(untilAt) - days * DAY_MS).toISOString();
      return readInside(wiring.pool, organisation, async (connection) => {
        const rows = await adviceByUnit(connection, organisation, { fromAt, untilAt });
        const names = unitNames(wiring, organisation);
        const byUnit = Map.groupBy(rows, ({ unit }) => unit);
        return {
          days,
          units: [...byUnit].map(([unit, found]) => ({
            unit,
            name: unit === null ? null : (names.get(unit) ?? unit),
            advice: replyAdvices.flatMap((advice) => {
              const row = found.find((each) => each.advice === advice);
              return row ? [{ advice, kept: row.kept, of: row.of }] : [];
            }),
          })),
        };
      });
    },
  );
}

function unitNames({ registry }: Pick<Wiring, "registry">, organisation: string): Map<string, string> {
  const editions = registry.editions().filter(({ ref }) => ref.organisation === organisation);
  return new Map(editions.flatMap(({ units }) => units.map(({ id, name }) => [id, name])));
}
