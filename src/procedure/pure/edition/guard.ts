import { z } from "zod";
import { marks, natures, paperKinds, phases } from "../vocabulary.ts";

/**
 * A guard is and/or/not over a closed list of typed facts about the complaint, so that `check-pack` can enumerate it.
 * There are no expression strings. What a person must judge is not a fact but a confirmation (see `Move.confirm`).
 */
export const factSchema = z.discriminatedUnion("fact", [
  z.strictObject({ fact: z.literal("kind"), in: z.array(z.string()).min(1) }),
  z.strictObject({ fact: z.literal("nature"), in: z.array(z.enum(natures)).min(1) }),
  z.strictObject({ fact: z.literal("register"), in: z.array(z.string()).min(1) }),
  z.strictObject({ fact: z.literal("service"), in: z.array(z.string()).min(1) }),
  z.strictObject({ fact: z.literal("customer-class"), in: z.array(z.string()).min(1) }),
  /** The channel by which the complaint came in: ids of the pack's channels. */
  z.strictObject({ fact: z.literal("channel"), in: z.array(z.string()).min(1) }),
  /** The type of that channel (`counter`, `phone`, …), so that law and shared steps need not know a pack's ids. */
  z.strictObject({ fact: z.literal("channel-type"), in: z.array(z.string()).min(1) }),
  /** The customer is an individual consumer under the consumer law. */
  z.strictObject({ fact: z.literal("consumer"), is: z.boolean() }),
  /** The service stands on the list of a national technical regulation on quality (QCVN). */
  z.strictObject({ fact: z.literal("regulated-service"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("mark"), has: z.enum(marks) }),
  z.strictObject({ fact: z.literal("stage"), in: z.array(z.string()).min(1) }),
  z.strictObject({ fact: z.literal("phase"), in: z.array(z.enum(phases)).min(1) }),
  z.strictObject({ fact: z.literal("level"), atLeast: z.int().min(1).optional(), atMost: z.int().min(1).optional() }),
  z.strictObject({ fact: z.literal("round"), atLeast: z.int().min(1).optional(), atMost: z.int().min(1).optional() }),
  /** Nothing that the kind requires is missing. */
  z.strictObject({ fact: z.literal("complete"), is: z.boolean() }),
  /** The day of receipt lies after the latest of the time-bars of procedure and law. */
  z.strictObject({ fact: z.literal("time-barred"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("acknowledged"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("accepted"), is: z.boolean() }),
  /** Refused in this round: what was refused before it is looked at anew. */
  z.strictObject({ fact: z.literal("refused"), is: z.boolean() }),
  /** A substantive reply has been given in this round; `final` leaves interim ones out. */
  z.strictObject({
    fact: z.literal("replied"),
    is: z.boolean(),
    final: z.boolean().optional(),
    written: z.boolean().optional(),
  }),
  /** The verdict on the last reply of this round (`none` before there is one). */
  z.strictObject({
    fact: z.literal("verdict"),
    in: z.array(z.enum(["accepted", "not-accepted", "silent", "none"])).min(1),
  }),
  z.strictObject({ fact: z.literal("satisfied"), in: z.array(z.enum(["yes", "no", "not-asked", "unknown"])).min(1) }),
  z.strictObject({
    fact: z.literal("call-back"),
    in: z.array(z.enum(["fixed", "not-fixed", "no-answer", "none"])).min(1),
  }),
  z.strictObject({ fact: z.literal("coordinations-open"), is: z.boolean() }),
  /** At least one coordination answer has been found suitable, and none waits for the check. */
  z.strictObject({ fact: z.literal("coordinations-accepted"), is: z.boolean() }),
  /** `thisRound`: only what was found since the round began or the complaint was reopened. */
  z.strictObject({ fact: z.literal("finding-recorded"), is: z.boolean(), thisRound: z.literal(true).optional() }),
  z.strictObject({
    fact: z.literal("root-cause"),
    in: z.array(z.enum(["provider", "customer", "third-party", "none-found", "unknown"])).min(1),
  }),
  z.strictObject({ fact: z.literal("handling-recorded"), is: z.boolean() }),
  z.strictObject({
    fact: z.literal("resolution"),
    in: z.array(z.enum(["none", "proposed", "submitted", "approved", "sent-back"])).min(1),
  }),
  z.strictObject({ fact: z.literal("dossier-submitted"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("direction-given"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("remedies-open"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("promises-open"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("papers-owed"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("paper-issued"), kind: z.enum(paperKinds), is: z.boolean() }),
  z.strictObject({
    fact: z.literal("meeting"),
    in: z.array(z.enum(["none", "invited", "signed", "refused-to-sign", "absent"])).min(1),
  }),
  z.strictObject({ fact: z.literal("outside-remedies-told"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("outside-referral"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("forwarded-by-authority"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("negotiation"), in: z.array(z.enum(["none", "asked", "begun", "refused"])).min(1) }),
  z.strictObject({ fact: z.literal("withdrawn"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("watching"), is: z.boolean() }),
  /** A watch was held to its end. */
  z.strictObject({ fact: z.literal("watched"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("corrective-actions-open"), is: z.boolean() }),
  /** At least one was ordered, done or not. */
  z.strictObject({ fact: z.literal("corrective-action-ordered"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("remedy-awaiting-approval"), is: z.boolean() }),
  z.strictObject({ fact: z.literal("linked"), as: z.enum(["duplicate", "same-incident", "related", "split-from"]) }),
  z.strictObject({ fact: z.literal("lesson-recorded"), is: z.boolean() }),
  /** Contact attempts with no answer since the last reply. */
  z.strictObject({ fact: z.literal("contact-attempts"), atLeast: z.int().min(1) }),
  /** The latest instance of the named clock has run past its due instant. */
  z.strictObject({ fact: z.literal("clock-elapsed"), clock: z.string() }),
]);
export type Fact = z.infer<typeof factSchema>;

export type Guard = Fact | { all: Guard[] } | { any: Guard[] } | { not: Guard };

export const guardSchema: z.ZodType<Guard> = z.lazy(() =>
  z.union([
    factSchema,
    z.strictObject({ all: z.array(guardSchema).min(1) }),
    z.strictObject({ any: z.array(guardSchema).min(1) }),
    z.strictObject({ not: guardSchema }),
  ]),
);
