import { z } from "zod";
import type { ArrivalItem, ArrivalShown } from "../../projections/arrivals/arrivals.ts";

export const arrivalStatuses = ["waiting", "taken-in", "set-aside", "noted"] as const;

export const arrivalItemSchema = z.object({
  arrivalId: z.string(),
  connectionId: z.string(),
  channel: z.string().nullable().describe("Of the pack; null: its connection serves none."),
  medium: z.enum(["mail", "sms", "chat", "call"]),
  nature: z
    .enum(["message", "bounce", "automatic", "list", "loop", "unreadable"])
    .describe("Only a `message` begins or answers a complaint by itself."),
  receivedAt: z.string(),
  sender: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    userId: z.string().optional(),
  }),
  subject: z.string(),
  excerpt: z.string(),
  attachments: z.int(),
  notes: z.array(z.string()).describe("Codes of what had to be guessed or was broken."),
  status: z
    .enum(arrivalStatuses)
    .describe("`waiting`: in the tray; `taken-in`: a fact of a complaint; `noted`: shown at its complaint."),
  waitingReason: z
    .string()
    .nullable()
    .describe("Why it waits, or waited: a code; `refused:` is followed by the code of the refusal."),
  setAsideReason: z.string().nullable(),
  handledBy: z
    .object({ kind: z.string(), personId: z.string().optional(), name: z.string().optional() })
    .nullable()
    .describe("Who took it in, noted it or put it aside; `system`: the program."),
  handledAt: z.string().nullable(),
  about: z
    .object({ complaintId: z.string(), number: z.string().nullable(), by: z.string() })
    .nullable()
    .describe("The complaint that it is about, and how that was found; not proved while it waits."),
  into: z
    .object({ complaintId: z.string(), number: z.string().nullable(), sequence: z.int() })
    .nullable()
    .describe("The first fact that was made of it."),
});

export const arrivalShownSchema = arrivalItemSchema.extend({
  content: z.string().describe("The sender's own words."),
  quoted: z.string().nullable().describe("What it repeats of earlier messages."),
  hasHtml: z.boolean(),
  originalBytes: z.number(),
  documents: z.array(z.object({ attachmentId: z.string(), name: z.string(), type: z.string(), bytes: z.number() })),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bounce: z
    .object({ recipient: z.string().nullable(), status: z.string().nullable(), isPermanent: z.boolean() })
    .nullable()
    .describe("What came back, where it is a notice of that."),
});

/** @param names of people, by id */
export function itemShown(item: ArrivalItem, names: Record<string, string>): z.infer<typeof arrivalItemSchema> {
  const { aboutComplaintId, aboutNumber, recognisedBy, complaintId, number, sequence, handledBy, ...shown } = item;
  const { kind = "", personId } = handledBy ?? {};
  return {
    ...shown,
    handledBy: handledBy && (personId === undefined ? { kind } : { kind, personId, name: names[personId] ?? personId }),
    about:
      aboutComplaintId === null
        ? null
        : { complaintId: aboutComplaintId, number: aboutNumber, by: recognisedBy ?? "person" },
    into: complaintId === null || sequence === null ? null : { complaintId, number, sequence },
  };
}

export function arrivalInWhole(found: ArrivalShown, names: Record<string, string>): z.infer<typeof arrivalShownSchema> {
  const { content, quoted, htmlSha256, originalSha256: _kept, originalBytes, documents, mailHeaders, ...item } = found;
  const { to = [], cc = [], bounce = null } = (mailHeaders ?? {}) as Headers;
  return {
    ...itemShown(item, names),
    content,
    quoted,
    hasHtml: htmlSha256 !== null,
    originalBytes,
    documents: documents.map(({ attachmentId, name, type, bytes }) => ({ attachmentId, name, type, bytes })),
    to,
    cc,
    bounce: bounce && { recipient: bounce.recipient, status: bounce.status, isPermanent: bounce.isPermanent },
  };
}

type Headers = {
  to?: string[];
  cc?: string[];
  bounce?: { recipient: string | null; status: string | null; isPermanent: boolean } | null;
};
