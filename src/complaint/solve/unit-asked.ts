import type { Unit } from "../../procedure/pure/edition/parties.ts";
import type { Context } from "../context.ts";
import { known, refuse, type Refusal } from "../refusal.ts";
import type { Complaint } from "../state.ts";

/**
 * A unit that a complaint may be handed to. Refused where the edition does not know it, and where it is a third party and
 * the customer is vulnerable (Law 19/2023/QH15 Art. 8).
 */
export function unitToHandTo(id: string, complaint: Complaint, { edition }: Context, field = "unit"): Unit | Refusal {
  const unit = edition.units.find((each) => each.id === id);
  if (!unit) return refuse("unknown-unit", { name: id, ...known(edition.units) }, field);
  if (unit.thirdParty && complaint.marks.includes("vulnerable")) return refuse("vulnerable-not-transferred", {}, field);
  return unit;
}

/** The same, for a unit that takes coordination requests. */
export function unitToAsk(id: string, complaint: Complaint, context: Context, field = "unit"): Unit | Refusal {
  const unit = unitToHandTo(id, complaint, context, field);
  if ("refused" in unit || unit.coordinates) return unit;
  const those = context.edition.units.filter(({ coordinates }) => coordinates);
  return refuse("unit-does-not-coordinate", { name: unit.name, ...known(those) }, field);
}
