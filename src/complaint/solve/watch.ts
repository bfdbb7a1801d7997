import { z } from "zod";
import { dayOf } from "../../procedure/pure/instant.ts";
import { day, idText, line, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** Keeps an eye on it with the customer until a day: a further fault, the effect of a mend. */
export const watch = verbRule({
  verb: "watch",
  fields: z.strictObject({ until: day, reason: line }),
  conflictsWith: ["WatchBegun"],
  allowed: always,
  decide: ({ until, reason }, _complaint, context) => {
    const today = dayOf(context.at, context.calendars.organisation.offsetMs / 60_000);
    if (until < today) return refuse("day-in-past", {}, "until");
    return [fact("WatchBegun", { watchId: context.newId(), until, reason }, context)];
  },
});

export const endWatch = verbRule({
  verb: "end-watch",
  fields: z.strictObject({ watchId: idText.optional(), recurred: z.boolean(), comment: text.optional() }),
  conflictsWith: ["WatchEnded"],
  allowed: (complaint) =>
    complaint.watches.some(({ endedAt }) => endedAt === null) ? null : refuse("unknown-item", { name: "watch" }),
  decide: ({ watchId, recurred, comment }, complaint, context) => {
    const open = complaint.watches.filter(({ endedAt }) => endedAt === null);
    const ended = watchId === undefined ? open.at(-1) : open.find((each) => each.watchId === watchId);
    if (!ended) return refuse("unknown-item", { name: watchId ?? "" }, "watchId");
    return [fact("WatchEnded", { watchId: ended.watchId, recurred, ...given({ comment }) }, context)];
  },
});
