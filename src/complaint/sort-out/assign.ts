import { z } from "zod";
import { idText, line } from "../events/parts.ts";
import { given } from "../given.ts";
import { known, refuse, type Refusal } from "../refusal.ts";
import type { NewEvent } from "../events/event.ts";
import type { Complaint } from "../state.ts";
import { always, fact, verbRule, type VerbContext } from "../verb-rule.ts";

/** Names the one person in charge, or puts the complaint back to the unit (`personId: null`). */
export const assign = verbRule({
  verb: "assign",
  fields: z.strictObject({ personId: idText.nullable(), unit: idText.optional(), reason: line.optional() }),
  conflictsWith: ["ComplaintAssigned"],
  allowed: always,
  decide: (data, complaint, context) => assigned({ ...data, handedOver: false }, complaint, context),
});

/** Passes it to a colleague with a word of where it stands: at the end of a shift, before leave. */
export const handOver = verbRule({
  verb: "hand-over",
  fields: z.strictObject({ personId: idText, unit: idText.optional(), reason: line }),
  conflictsWith: ["ComplaintAssigned"],
  allowed: always,
  decide: (data, complaint, context) => assigned({ ...data, handedOver: true }, complaint, context),
});

type Fields = { personId: string | null; unit?: string | undefined; reason?: string | undefined; handedOver: boolean };

function assigned(data: Fields, complaint: Complaint, context: VerbContext): NewEvent[] | Refusal {
  const { personId, reason, handedOver } = data;
  const unit = data.unit ?? complaint.unit ?? context.edition.units[0]?.id ?? "";
  if (!context.edition.units.some(({ id }) => id === unit))
    return refuse("unknown-unit", { name: unit, ...known(context.edition.units) }, "unit");
  const staysPut = context.move.leadsTo === undefined;
  if (staysPut && personId === complaint.ownerId && unit === complaint.unit)
    return refuse("nothing-changed", {}, "personId");
  if (personId !== null && complaint.aboutPersonIds.includes(personId))
    return refuse("complaint-about-yourself", {}, "personId");
  const event = { personId, unit, previousPersonId: complaint.ownerId, handedOver, ...given({ reason }) };
  return [fact("ComplaintAssigned", event, context)];
}
