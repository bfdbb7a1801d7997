import { z } from "zod";
import { phases, verbs } from "../vocabulary.ts";
import { guardSchema } from "./guard.ts";
import { englishSchema, idSchema, sourceSchema } from "./source.ts";

/**
 * Who may: a role ("clerk"), a role in a unit ("unit-member@p-ktvt"), "owner" (the person in charge), "owning-unit"
 * (anyone of the unit in charge), "asked-unit" (anyone of the unit that a coordination request went to), "ordered-unit" (anyone of the unit that a corrective action was ordered from),
 * "customer" or "system".
 */
export const whoSchema = z.string().regex(/^[a-z-]+(@[a-z0-9-]+)?$/);

/**
 * One thing that may be done at a stage, by whom, under which guard, and where it leads.
 * Of several moves of one verb the first counts whose `when` holds and whose `given` matches the command.
 */
export const moveSchema = z.strictObject({
  verb: z.enum(verbs),
  /** The provider's own label for this action here. */
  name: z.string().optional(),
  en: englishSchema,
  by: z.array(whoSchema).min(1),
  when: guardSchema.optional(),
  /** Matches fields of the command, so that one verb may lead to several places: `given: { outcome: not-fixed }`. */
  given: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])).optional(),
  /** What the person must judge and affirm; kept in the event with the name. */
  confirm: z.array(z.strictObject({ id: idSchema, name: z.string(), en: englishSchema })).optional(),
  /** Fields (ids of the pack) that must be filled with this action. */
  needs: z.array(idSchema).optional(),
  /** Evidence (ids of the pack) that must be attached by then. */
  needsEvidence: z.array(idSchema).optional(),
  /** Replies or notices of this move must leave by one of these: "written", "same-as-intake", or channel ids. */
  channels: z.array(z.string()).optional(),
  /** The stage entered; none: the stage stays. */
  leadsTo: idSchema.optional(),
  /** What the procedure expects next at this stage: always while it is open, or under this guard. Told first; no rule, and no part of the frozen text. */
  expected: z.union([z.literal(true), guardSchema]).optional(),
  /** Whoever does it takes the complaint on themselves, so that one press is enough. No rule either, and not frozen: others may still be named. */
  forSelf: z.literal(true).optional(),
  source: sourceSchema,
});
export type Move = z.infer<typeof moveSchema>;

export const stageSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  /** The step of the written text ("5.2.3", "Bước 2"). */
  step: z.string().optional(),
  phase: z.enum(phases),
  /** The unit in charge while the complaint is here; "owning" leaves it where it is. */
  unit: z.string(),
  /** The lane of the flowchart, where it differs from the unit. */
  lane: z.string().optional(),
  moves: z.array(moveSchema).default([]),
  source: sourceSchema,
});
export type Stage = z.infer<typeof stageSchema>;

/** A move that is open at every stage of the named phases and leads nowhere. */
export const anywhereSchema = moveSchema.omit({ leadsTo: true }).extend({ phases: z.array(z.enum(phases)).min(1) });
export type AnywhereMove = z.infer<typeof anywhereSchema>;
