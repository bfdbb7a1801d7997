import { z } from "zod";
import { parseTerm } from "../../procedure/pure/term/term.ts";
import { day, idText, text } from "../events/parts.ts";
import { calendarOf, dueAfterExtension } from "../follow/clock-due.ts";
import { refuse } from "../refusal.ts";
import { isOpen } from "../state.ts";
import { fact, verbRule } from "../verb-rule.ts";

/**
 * Gives a clock more time, counted from its old due day: asking early must not cost days. A law clock is extended only
 * where its rule says that the law allows it.
 */
export const extend = verbRule({
  verb: "extend",
  fields: z.strictObject({
    clockId: idText,
    /** A term ("3 working days") or the new last day. */
    by: z.union([day, z.string().max(40)]),
    reason: text,
    customerTold: z.boolean().default(false),
  }),
  conflictsWith: ["TermExtended", "ClockStopped"],
  allowed: ({ clocks }, { edition }) => {
    const running = clocks.filter(isOpen);
    if (running.length === 0) return refuse("clock-not-running");
    const extendable = new Set(edition.clocks.filter((rule) => rule.extendable).map(({ id }) => id));
    return running.some(({ rule }) => extendable.has(rule)) ? null : refuse("clock-not-extendable");
  },
  decide: ({ clockId, by, reason, customerTold }, complaint, context) => {
    const clock = complaint.clocks.find((each) => each.clockId === clockId);
    const rule = context.edition.clocks.find(({ id }) => id === clock?.rule);
    if (!clock || !rule) return refuse("clock-unknown", {}, "clockId");
    if (!isOpen(clock)) return refuse("clock-not-running", {}, "clockId");
    if (!rule.extendable) return refuse(rule.origin === "law" ? "law-clock" : "clock-not-extendable", {}, "clockId");
    const isDay = day.safeParse(by).success;
    const term = parseTerm(by);
    if (!isDay && !term.ok) return refuse("malformed-command", { reason: term.reason }, "by");
    const calendar = calendarOf(clock.calendar, context.calendars);
    const due = dueAfterExtension({ clock, rule, by, calendar });
    if (due.dueAt <= clock.dueAt) return refuse("not-later", { dueOn: clock.dueOn }, "by");
    const event = { clockId, rule: rule.id, by, previousDueAt: clock.dueAt, ...due, reason, customerTold };
    return [fact("TermExtended", event, context)];
  },
});
