import type { ShownIn } from "../complaint/state.ts";

/**
 * What a reader may see, as `access/` worked it out; every read takes it. Complaints of these units (present, past, or asked to
 * help) and, for whoever has a unit, those that they own; never one that is about the person. Either the work or, while the person practises, what is
 * for practice: never both.
 */
export type Visibility = {
  units: readonly string[] | "all";
  /** Null for the system, which is nobody. */
  personId: string | null;
  shownIn: Exclude<ShownIn, "nowhere">;
};

/** For the program's own work: reports, exports, tests. */
export const SEES_ALL: Visibility = { units: "all", personId: null, shownIn: "work" };

/** Whether a reader may see one complaint. `units`: those that have or had a part in it. */
export function maySee(
  { units, personId, shownIn }: Visibility,
  complaint: { units: readonly string[]; ownerId: string | null; aboutPersonIds: readonly string[]; shownIn: ShownIn },
): boolean {
  if (complaint.shownIn !== shownIn) return false;
  if (personId !== null && complaint.aboutPersonIds.includes(personId)) return false;
  if (units === "all" || complaint.units.some((unit) => units.includes(unit))) return true;
  return units.length > 0 && personId !== null && complaint.ownerId === personId;
}

/**
 * The same as a condition on a `complaint_row r`. `place` keeps a value and gives its place: `$3`; it is called with the units, then
 * with the person, then with where it is shown. The text depends on the places only, so that a named statement may hold it.
 */
export function seenBy({ units, personId, shownIn }: Visibility, place: (value: unknown) => string): string {
  const among = `${place(units === "all" ? null : [...units])}::text[]`;
  const person = `${place(personId)}::text`;
  return `(${person} is null or ${person} <> all (r.about_person_ids))
    and (${among} is null or r.units && ${among} or ${among} <> '{}' and r.owner_id = ${person})
    and r.shown_in = ${place(shownIn)}::text`;
}
