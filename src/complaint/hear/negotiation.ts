import { z } from "zod";
import { outgoingChannel } from "../channel.ts";
import { idText, line, text } from "../events/parts.ts";
import { given } from "../given.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { fact, verbRule } from "../verb-rule.ts";

/** A consumer asks to negotiate. Law 19/2023/QH15 Art. 56–60: begin, or refuse with reasons, within 07 working days. */
export const askNegotiation = verbRule({
  verb: "ask-negotiation",
  fields: z.strictObject({ channel: idText.optional(), words: text.optional() }),
  conflictsWith: ["NegotiationAsked"],
  allowed: (complaint) => (complaint.negotiation === "none" ? null : refuse("already-done")),
  decide: ({ channel, words }, complaint, context) => [
    fact("NegotiationAsked", { channel: channel ?? complaint.channel, ...given({ words }) }, context),
  ],
});

export const beginNegotiation = verbRule({
  verb: "begin-negotiation",
  fields: z.strictObject({ place: line.optional(), comment: text.optional() }),
  conflictsWith: ["NegotiationBegun", "NegotiationRefused"],
  allowed: (complaint) => (complaint.negotiation === "asked" ? null : refuse("unknown-item", { name: "negotiation" })),
  decide: (data, _complaint, context) => [fact("NegotiationBegun", given(data), context)],
});

export const refuseNegotiation = verbRule({
  verb: "refuse-negotiation",
  fields: z.strictObject({ reason: line, channel: idText.optional(), written: z.boolean().optional() }),
  conflictsWith: ["NegotiationBegun", "NegotiationRefused"],
  allowed: (complaint) => (complaint.negotiation === "asked" ? null : refuse("unknown-item", { name: "negotiation" })),
  decide: (data, complaint, context) => {
    const leaving = outgoingChannel(data, complaint, context);
    return isRefusal(leaving) ? leaving : [fact("NegotiationRefused", { reason: data.reason, ...leaving }, context)];
  },
});
