import { z } from "zod";
import { idText, instantSchema, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/**
 * Calls the customer back as promised. The promise is kept by the call, answered or not; no answer makes the next
 * appointment, at the time named or after the pack's term.
 */
export const callBack = verbRule({
  verb: "call-back",
  fields: z.strictObject({
    appointmentId: idText.optional(),
    outcome: z.enum(["fixed", "not-fixed", "no-answer"]),
    summary: text.optional(),
    callBackAt: instantSchema.optional(),
  }),
  conflictsWith: ["CustomerCalledBack"],
  allowed: (complaint) =>
    complaint.appointments.some(({ outcome }) => outcome === "open")
      ? null
      : refuse("unknown-item", { name: "appointment" }),
  decide: ({ appointmentId, outcome, summary, callBackAt }, complaint, context) => {
    const open = complaint.appointments.filter((each) => each.outcome === "open");
    const appointment =
      appointmentId === undefined ? open.at(-1) : open.find((each) => each.appointmentId === appointmentId);
    if (!appointment) return refuse("item-not-open", { name: appointmentId ?? "" }, "appointmentId");
    const next = outcome === "no-answer" ? { nextAppointmentId: context.newId(), ...given({ callBackAt }) } : {};
    const called = { appointmentId: appointment.appointmentId, outcome, ...given({ summary }), ...next };
    return [fact("CustomerCalledBack", called, context)];
  },
});
