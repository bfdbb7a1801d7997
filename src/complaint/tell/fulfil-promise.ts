import { z } from "zod";
import { idText, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** Says that what the reply promised is done. */
export const fulfilPromise = verbRule({
  verb: "fulfil-promise",
  fields: z.strictObject({ promiseId: idText, comment: text.optional() }),
  conflictsWith: ["PromiseFulfilled"],
  allowed: (complaint) =>
    complaint.promises.some(({ fulfilledAt }) => fulfilledAt === null)
      ? null
      : refuse("unknown-item", { name: "promise" }),
  decide: ({ promiseId, comment }, complaint, context) => {
    const promise = complaint.promises.find((each) => each.promiseId === promiseId);
    if (!promise) return refuse("unknown-item", { name: promiseId }, "promiseId");
    if (promise.fulfilledAt !== null) return refuse("already-done", {}, "promiseId");
    return [fact("PromiseFulfilled", { promiseId, ...given({ comment }) }, context)];
  },
});
