import { z } from "zod";
import { clockScopes, eventTypes, pauseReasons, roles } from "../vocabulary.ts";
import { guardSchema } from "./guard.ts";
import { daySchema, englishSchema, idSchema, sourceSchema } from "./source.ts";

const matchSchema = z.record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.array(z.string())]));

/** An event of the complaint, with values that its data must have (a list: any of them), and a guard on the state after it. */
export const triggerSchema = z.strictObject({
  on: z.enum(eventTypes),
  with: matchSchema.optional(),
  when: guardSchema.optional(),
});
export type Trigger = z.infer<typeof triggerSchema>;

/** A term as text (`2 working days`), or the day or instant that the starting event carries in the named field; `otherwise`: the term where it carries none. */
export const clockTermSchema = z.union([
  z.string(),
  z.strictObject({ dayIn: z.string(), otherwise: z.string().optional() }),
  z.strictObject({ instantIn: z.string(), otherwise: z.string().optional() }),
]);
export type ClockTerm = z.infer<typeof clockTermSchema>;

export const breachActionSchema = z.union([
  z.strictObject({ notify: z.enum(["owner", "owning-unit", "superior", "asked-unit", ...roles]) }),
  z.strictObject({ mark: z.enum(["priority", "severe"]) }),
  /** The next level takes over by itself; the stage must have an `escalate` move for "system". */
  z.strictObject({ escalate: z.literal(true) }),
]);
export type BreachAction = z.infer<typeof breachActionSchema>;

export const clockSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  /** `procedure`: a promise of the provider. `law`: runs beside it, on the national calendar. `internal`: nobody outside was promised it. */
  origin: z.enum(["procedure", "law", "internal"]).default("procedure"),
  /** What kind of promise it is, so that promise and law stack: the earliest of a purpose is the one to keep. */
  purpose: z.enum([
    "acknowledge",
    "first-reply",
    "resolve",
    "accept-or-refuse",
    "refuse",
    "call-back",
    "find-cause",
    "handle",
    "coordinate",
    "repair",
    "inform",
    "negotiate",
    "authority-report",
    "verdict",
    "approve",
    "direct",
    "remedy",
    "corrective-action",
    "watch",
    "other",
  ]),
  scope: z.enum(clockScopes),
  /** The one step of the written text that names the term ("Bước 2"); absent: told wherever it is kept. */
  step: z.string().optional(),
  /** Starts at the occurrence of any of these events. */
  start: z.array(triggerSchema).min(1),
  /** Stops (met or late) at any of these. */
  stop: z.array(triggerSchema).min(1),
  /** Ends void at any of these: the promise fell away, and the clock leaves the denominator. */
  void: z.array(triggerSchema).default([]),
  /** What undoes its stop: it runs on with its old due, as if it had never stopped (an acceptance that is taken back). */
  reinstate: z.array(triggerSchema).optional(),
  /** What the term counts from: the starting event's instant, or the instant of receipt whenever the clock was started (after a late classification). */
  from: z.enum(["event", "receipt"]).default("event"),
  term: clockTermSchema,
  /** Other terms under a guard; the first that holds counts (kind × customer class, complex ones). */
  terms: z.array(z.strictObject({ when: guardSchema, term: clockTermSchema, source: sourceSchema })).default([]),
  calendar: z.enum(["organisation", "national", "own"]).default("organisation"),
  owner: z.string(),
  pausedBy: z.array(z.enum(pauseReasons)).default([]),
  extendable: z.boolean().default(false),
  /** Goes on after the complaint is closed (a repair promised in the reply, a report owed to an authority). */
  survivesClosing: z.boolean().default(false),
  /** When to warn before the due instant, as terms: `4 working hours`. The nearest is sent at once, others go into the digest. */
  warn: z.array(z.string()).default([]),
  onBreach: z.array(breachActionSchema).default([]),
  source: sourceSchema,
});
export type ClockRule = z.infer<typeof clockSchema>;

const shiftsSchema = z.array(z.strictObject({ from: z.string(), to: z.string() })).min(1);
const datedSchema = z.array(z.strictObject({ date: daySchema, reason: z.string() })).default([]);

/**
 * How an organisation works over the national layer, or how a text defines its own working days. Vietnamese law counts by
 * default: the day of the event is left out and a last day off rolls to the next working day (Civil Code 2015 Đ147, Đ148).
 */
export const calendarRulesSchema = z.strictObject({
  week: z.array(z.int().min(1).max(7)).min(1),
  shifts: shiftsSchema,
  /** Other hours on some weekdays: `{"6": [{from: "08:00", to: "12:00"}]}`. */
  shiftsOn: z.record(z.enum(["1", "2", "3", "4", "5", "6", "7"]), shiftsSchema.optional()).optional(),
  holidaysClosed: z.boolean().default(true),
  swappedSaturdaysWorked: z.boolean(),
  swapDaysClosed: z.boolean(),
  makeUpDaysClosed: z.boolean(),
  closures: datedSchema,
  /** Days worked although the week or the nation rests. */
  openings: datedSchema,
  firstDay: z
    .union([
      z.strictObject({ count: z.literal("next-day") }),
      z.strictObject({ count: z.literal("same-day-before"), before: z.string() }),
    ])
    .default({ count: "next-day" }),
  rollLastDay: z.boolean().default(true),
  /** The definition in the text's own words, for customers. */
  name: z.string().optional(),
  en: englishSchema,
  source: sourceSchema,
});
export type PackCalendarRules = z.infer<typeof calendarRulesSchema>;
