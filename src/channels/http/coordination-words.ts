import { z } from "zod";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import { attachmentSchema } from "../../complaint/events/parts.ts";
import { withoutSignaturePictures } from "../../complaint/events/signature-pictures.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";

const DOCUMENTS_MAX = 50;

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

export const customerSaidSchema = z.object({
  content: z.string().describe("What the customer says, whole."),
  added: z.array(z.object({ at: z.string(), message: z.string() })).describe("What the customer sent later, in order."),
  documents: z.array(attachmentSchema).describe("What was handed in with the complaint and later."),
});

/** What the customer says, said later and handed in, from the facts of the complaint. */
export function customerSaidIn(events: readonly ComplaintEvent[]): z.infer<typeof customerSaidSchema> {
  const said: z.infer<typeof customerSaidSchema> = { content: "", added: [], documents: [] };
  for (const { type, data, occurredAt: at } of withoutSignaturePictures(events)) {
    if (type === "ComplaintRegistered" || type === "EntryCorrected") said.content = data.content ?? said.content;
    if (type === "ComplaintRegistered" || type === "InformationReceived") said.documents.push(...data.attachments);
    if (type === "AttachmentAdded") said.documents.push(data.attachment);
    if (type === "InformationReceived" && data.message !== undefined) said.added.push({ at, message: data.message });
  }
  return { ...said, documents: said.documents.slice(0, DOCUMENTS_MAX) };
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
