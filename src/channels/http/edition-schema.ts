import { z } from "zod";
import { phases, verbs } from "../../procedure/pure/vocabulary.ts";

const named = z.object({ id: z.string(), name: z.string() }).loose();
const moveSchema = z
  .object({ verb: z.enum(verbs), name: z.string().optional(), leadsTo: z.string().optional() })
  .loose();

/** What screens read of a frozen edition, with everything else that it says beside it. */
export const editionSchema = z
  .object({
    ref: z
      .object({ hash: z.string(), procedure: z.string(), effectiveOn: z.string(), lawEffectiveOn: z.string() })
      .loose(),
    header: z.object({ title: z.string(), number: z.string().nullable(), effectiveOnStated: z.boolean() }).loose(),
    organisation: z.object({ id: z.string(), name: z.string(), shortName: z.string() }).loose(),
    words: z.record(z.string(), z.string()).describe("The provider's own labels, by the words of the trade."),
    begins: z.string().describe("The stage that registering enters."),
    levels: z.int().nullable(),
    rounds: z.int().nullable(),
    units: z.array(named.extend({ fullName: z.string().optional() })),
    channels: z.array(named),
    complainants: z.array(named),
    customerClasses: z.array(named),
    services: z.array(named),
    registers: z.array(named.extend({ entryName: z.string() })),
    fields: z.array(named),
    evidence: z.array(named),
    kinds: z.array(named),
    papers: z.array(named),
    clocks: z.array(named.extend({ origin: z.enum(["procedure", "law", "internal"]), owner: z.string() })),
    stages: z.array(
      named.extend({
        step: z.string().optional(),
        phase: z.enum(phases),
        unit: z.string(),
        moves: z.array(moveSchema),
      }),
    ),
  })
  .loose();
