import { z } from "zod";
import { day, idText, text } from "../events/parts.ts";
import { missingOf, timeBarFor } from "../follow/classify.ts";
import { given } from "../given.ts";
import { fieldProblem } from "../pack-fields.ts";
import { refuse } from "../refusal.ts";
import { resumed } from "../time/pausable.ts";
import { always, fact, verbRule } from "../verb-rule.ts";
import { eventDayProblem } from "./day-of-event.ts";

/** Takes in what the customer sent later. Ends the waiting for it, and with it the pause that it caused. */
export const receiveInformation = verbRule({
  verb: "receive-information",
  fields: z.strictObject({ requestId: idText.optional(), message: text.optional(), eventOn: day.optional() }),
  conflictsWith: [],
  allowed: always,
  decide: ({ requestId, message, eventOn }, complaint, context) => {
    if (requestId !== undefined && !complaint.informationRequests.some((each) => each.requestId === requestId)) {
      return refuse("unknown-item", { name: requestId }, "requestId");
    }
    const { filled = {}, attachments = [] } = context.command;
    const problem = fieldProblem(filled, context.edition) ?? eventDayProblem(eventOn, complaint.receivedAt, context);
    if (problem) return problem;
    const file = {
      ...complaint,
      eventOn: eventOn ?? complaint.eventOn,
      filled: { ...complaint.filled, ...filled },
      attachments: [...complaint.attachments, ...attachments],
    };
    const received = fact(
      "InformationReceived",
      {
        filled,
        attachments,
        missing: missingOf(file, context.edition),
        timeBar: timeBarFor(file, context),
        ...given({ requestId, message, eventOn }),
      },
      context,
    );
    const waits = complaint.pause?.reason === "waiting-for-customer";
    return waits ? [received, resumed({ reason: "information received" }, complaint, context)] : [received];
  },
});
