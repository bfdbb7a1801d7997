import type { Role } from "../procedure/pure/vocabulary.ts";
import type { Visibility } from "../projections/visibility.ts";
import type { Identity, RoleHeld, SigningWay } from "./identity.ts";

/** The core's actor of a person. A deputy acts under their own name, with the roles of the person they stand in for. */
export type PersonActing = {
  kind: "person";
  personId: string;
  roles: readonly RoleHeld[];
  deputyFor?: string;
  signsAs?: { as: SigningWay; post?: string };
  /** Practises: sees and handles complaints that are for practice, and no others. */
  isTraining?: boolean;
};

/** Who changes people and roles: somebody, or the operator at the set-up. */
export type ChangedBy = PersonActing | "set-up";

/** The same as the logs name it. */
export function refOf(by: ChangedBy) {
  if (by === "set-up") return { kind: "system" as const, process: "set-up" };
  const { kind, personId, deputyFor } = by;
  return { kind, personId, ...(deputyFor === undefined ? {} : { deputyFor }) };
}

/** Who is acting. `actingFor`: the absent person whose deputy somebody says to be; undefined comes back where they are not. */
export function actorFor(identity: Identity, actingFor?: string): PersonActing | undefined {
  const { personId, roles, standsInFor, isTraining } = identity;
  const person = { kind: "person" as const, personId, isTraining };
  if (actingFor === undefined || actingFor === personId) return { ...person, roles };
  const absent = standsInFor.find((each) => each.personId === actingFor);
  if (!absent) return undefined;
  const { roles: lent, personId: deputyFor, signsAs, post } = absent;
  return { ...person, roles: lent, deputyFor, signsAs: { as: signsAs ?? "KT", ...(post === null ? {} : { post }) } };
}

// Who answers the phone must find every file; who decides, checks or keeps files sees them all.
const seeingAll: readonly Role[] = ["clerk", "shift-lead", "records-clerk", "approver", "board", "auditor"];

/** Which complaints a person may read: the whole organisation's, or those in which their units have a part. */
export function visibilityOf({ personId, roles, isTraining }: PersonActing): Visibility {
  const seesAll = roles.some(({ role }) => seeingAll.includes(role));
  // Whoever keeps the program running reads no complaints on that account.
  const units = roles.filter(({ role }) => role !== "administrator").map(({ unit }) => unit);
  return { personId, units: seesAll ? "all" : [...new Set(units)], shownIn: isTraining ? "training" : "work" };
}

export const registeringRoles: readonly Role[] = [
  "clerk",
  "shift-lead",
  "unit-member",
  "unit-head",
  "field-technician",
  "records-clerk",
  "approver",
];

/** Complaints are typed in by those who handle them, in whatever unit they arrive; auditors and administrators take no part. */
export function mayRegister({ roles }: PersonActing): boolean {
  return roles.some(({ role }) => registeringRoles.includes(role));
}

/** Whoever leads a training clears away what was practised on. */
export const trainingRoles: readonly Role[] = ["administrator", "shift-lead", "board"];

export function mayRemoveTraining(actor: PersonActing): boolean {
  return trainingRoles.some((role) => holds(actor, role));
}

export function holds({ roles }: PersonActing, role: Role): boolean {
  return roles.some((held) => held.role === role);
}
