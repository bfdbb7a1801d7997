/**
 * What a reader may see, as `access/` worked it out; every read takes it. Complaints of these units (present, past, or asked to
 * help) and those that the person owns; never one that is about the person.
 */
export type Visibility = {
  units: readonly string[] | "all";
  /** Null for the system, which is nobody. */
  personId: string | null;
};

/** For the program's own work: reports, exports, tests. */
export const SEES_ALL: Visibility = { units: "all", personId: null };
