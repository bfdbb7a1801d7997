import { z } from "zod";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";

export const informationSchema = z
  .array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string().describe("Of the pack's field: how to write the value."),
      value: z.union([z.string(), z.number(), z.boolean()]),
    }),
  )
  .describe("What was told with the question, by the pack's own names.");
export type Information = z.infer<typeof informationSchema>;

/** What a unit was asked, as it reads it. */
export function askedIn(
  events: readonly ComplaintEvent[],
  coordinationId: string,
  edition: Edition | undefined,
): { askedAt: string; question: string; information: Information } {
  for (const event of events) {
    if (event.type !== "CoordinationRequested" || event.data.coordinationId !== coordinationId) continue;
    const { question, information } = event.data;
    return { askedAt: event.occurredAt, question, information: informationShown(information, edition) };
  }
  return { askedAt: "", question: "", information: [] };
}

/** Why the last answer came back; null: none did. */
export function returnedIn(events: readonly ComplaintEvent[], coordinationId: string): string | null {
  const last = events.findLast(
    (event) => event.type === "CoordinationReturned" && event.data.coordinationId === coordinationId,
  );
  return last?.type === "CoordinationReturned" ? last.data.reason : null;
}

function informationShown(
  filled: Record<string, string | number | boolean>,
  edition: Edition | undefined,
): Information {
  return Object.entries(filled).map(([id, value]) => {
    const field = edition?.fields.find((each) => each.id === id);
    const chosen = field?.choices?.find((choice) => choice.id === value)?.name;
    return { id, name: field?.name ?? id, type: field?.type ?? "text", value: chosen ?? value };
  });
}
