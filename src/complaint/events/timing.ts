import { z } from "zod";
import { clockScopes, pauseReasons } from "../../procedure/pure/vocabulary.ts";
import { day, idText, instantSchema, line, personal, text } from "./parts.ts";

/** The last day in the organisation's zone; the instant; and whether that instant itself is still in time. */
const due = { dueOn: day, dueAt: instantSchema, inclusive: z.boolean() };

/** Instants at which people are warned, ascending, all before the due instant. */
const warnAts = z.array(instantSchema);

export const timingEvents = {
  ClockStarted: z.strictObject({
    clockId: idText,
    rule: idText,
    instance: z.int().min(1),
    scope: z.enum(clockScopes),
    scopeId: line,
    origin: z.enum(["procedure", "law", "internal"]),
    purpose: line,
    /** What the term counts from; may lie before this event's occurredAt (receipt). */
    startedAt: instantSchema,
    /** Null where the due day or instant was named by a person. */
    term: line.nullable(),
    calendar: z.enum(["organisation", "national", "own"]),
    calendarVersion: line,
    ...due,
    warnAts,
    /** Began to run while the complaint was paused for a reason that pauses it. */
    paused: z.boolean(),
  }),
  ClockStopped: z.strictObject({
    clockId: idText,
    rule: idText,
    outcome: z.enum(["met", "late", "void"]),
    stoppedAt: instantSchema,
    /** Id of the reply, notice or paper that stopped it, so that a bounce can undo it. */
    by: line.nullable(),
    reason: line.nullable(),
  }),
  ClockWarned: z.strictObject({ clockId: idText, rule: idText, warning: z.int().min(1), ...due }),
  /** occurredAt is the due instant, whenever the program came to record it. */
  ClockBreached: z.strictObject({ clockId: idText, rule: idText, ...due }),
  /** Another due instant for the same term: the calendar or the classification changed. */
  ClockMoved: z.strictObject({
    clockId: idText,
    rule: idText,
    term: line.nullable(),
    calendarVersion: line,
    previousDueAt: instantSchema,
    ...due,
    warnAts,
    reason: line,
  }),
  /** A stopped clock runs again: what stopped it came back undelivered. */
  ClockReinstated: z.strictObject({ clockId: idText, rule: idText, reason: line }),
  TermExtended: z.strictObject({
    clockId: idText,
    rule: idText,
    by: line,
    previousDueAt: instantSchema,
    ...due,
    warnAts,
    reason: personal(text),
    customerTold: z.boolean(),
  }),
  ComplaintPaused: z.strictObject({ reason: z.enum(pauseReasons), comment: line.optional(), clocks: z.array(idText) }),
  ComplaintResumed: z.strictObject({
    reason: line,
    clocks: z.array(z.strictObject({ clockId: idText, previousDueAt: instantSchema, ...due, warnAts })),
  }),
} as const;
