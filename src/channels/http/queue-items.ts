import { z } from "zod";
import { marks, phases } from "../../procedure/pure/vocabulary.ts";
import type { QueueFilter } from "../../projections/work-queue/queue-filter.ts";
import { todayInVietnam } from "../../procedure/pure/vietnam.ts";
import { instantFromMs } from "../../procedure/pure/instant.ts";
import { idParam, instantText, limitParam, MAX_PARAM_CHARS } from "./addresses.ts";
import { itemNamesSchema } from "./item-names.ts";
import { remainingSchema } from "./remaining.ts";

/** A complaint as lists show it. */
export const queueItemSchema = z.object({
  complaintId: z.string(),
  number: z.string(),
  sequence: z.int(),
  procedure: z.string(),
  receivedAt: z.string(),
  updatedAt: z.string(),
  channel: z.string(),
  kind: z.string().nullable(),
  register: z.string().nullable(),
  stage: z.string(),
  phase: z.enum(phases),
  unit: z.string().nullable(),
  ownerId: z.string().nullable(),
  level: z.int(),
  round: z.int(),
  marks: z.array(z.string()),
  missing: z.array(z.string()),
  isPaused: z.boolean(),
  isImported: z.boolean(),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  excerpt: z.string(),
  dueAt: z.string().nullable().describe("Nearest due of what was promised outside and still runs."),
  dueRule: z.string().nullable(),
  remaining: remainingSchema,
  breaches: z.int(),
  outcome: z.string().nullable(),
  closedAt: z.string().nullable(),
  names: itemNamesSchema,
  foundBy: z
    .enum(["customer", "content"])
    .optional()
    .describe("Of a search by words: whether they name the customer, or only stand in what was said."),
});

export const pageSchema = z.object({
  items: z.array(queueItemSchema),
  nextCursor: z
    .string()
    .nullable()
    .describe("Send it back as `cursor`, with the same query; null: this was the last page."),
});

export const pageQuery = { limit: limitParam, cursor: z.string().min(1).max(1000).optional() };

export const SORT_PRIORITY =
  "`priority` (default): open ones, those of vulnerable customers and of priority first, then the nearest due. `due`: open ones, the nearest due first.";

const VALUES_MAX = 50;

/** What narrows a list. */
export const filterQuery = {
  ownerId: anyOf(idParam),
  unit: anyOf(idParam),
  procedure: anyOf(idParam),
  kind: anyOf(idParam),
  register: anyOf(idParam),
  stage: anyOf(idParam),
  phase: anyOf(z.enum(phases)),
  channel: anyOf(idParam),
  mark: anyOf(z.enum(marks)),
  customerId: idParam.optional(),
  incidentId: idParam.optional(),
  open: z
    .enum(["true", "false", "all"])
    .transform((given) => (given === "all" ? undefined : given === "true"))
    .optional()
    .describe("`all`, as when it is left out: open and closed ones."),
  due: z
    .enum(["overdue", "today", "soon", "paused"])
    .optional()
    .describe("Open and overdue, due until midnight, due within 24 hours (both not yet over), or paused."),
  received: z.enum(["today"]).optional().describe("Since midnight in Vietnam."),
  dueBefore: instantText.optional().describe("Open and due before this instant: now, for the overdue."),
  unassigned: z.stringbool({ truthy: ["true"], falsy: ["false"] }).optional(),
};

/** One value, or several separated by commas: what is of any of them. */
function anyOf<Value extends z.ZodType<string, string>>(value: Value) {
  return z
    .string()
    .max(VALUES_MAX * (MAX_PARAM_CHARS + 1))
    .transform((text) => [...new Set(text.split(","))])
    .pipe(z.array(value).max(VALUES_MAX))
    .optional()
    .describe(`One, or any of several separated by commas, at most ${VALUES_MAX}.`);
}
type FilterQuery = z.infer<z.ZodObject<typeof filterQuery>>;

const SOON_MS = 24 * 3_600_000;

/** The filter at this instant. */
export function filterOf({ open, due, received, ...filter }: FilterQuery, now: string): QueueFilter {
  const today = todayInVietnam(now);
  const narrowed: QueueFilter = {
    ...filter,
    isOpen: open,
    ...(received === undefined ? {} : { receivedFrom: today.beginsAt }),
  };
  if (due === "paused") return { ...narrowed, isOpen: true, isPaused: true };
  if (due === "today") {
    return { ...narrowed, dueFrom: now, dueBefore: earlier(filter.dueBefore, justAfter(today.endsAt)) };
  }
  if (due === "overdue") return { ...narrowed, dueBefore: earlier(filter.dueBefore, now) };
  if (due === "soon") {
    const soon = new Date(Date.parse(now) + SOON_MS).toISOString();
    return { ...narrowed, dueFrom: now, dueBefore: earlier(filter.dueBefore, soon) };
  }
  return narrowed;
}

/** A term of days is due at the midnight that ends its last day. */
function justAfter(instant: string): string {
  return instantFromMs(Date.parse(instant) + 1);
}

function earlier(one: string | undefined, other: string): string {
  return one !== undefined && one < other ? one : other;
}
