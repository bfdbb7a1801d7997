import type { Role } from "../procedure/pure/vocabulary.ts";
import { holds, mayRegister, mayRemoveTraining, visibilityOf, type PersonActing } from "./actor.ts";
import type { Identity } from "./identity.ts";

/** Which pages are of use to whoever asks. What may be done with one complaint is told with that complaint. */
export type Permissions = {
  /** Every complaint of the organisation, not only those of one's units. */
  seeAll: boolean;
  /** Figures of the whole organisation or of one's units. */
  seeOverview: boolean;
  /** Take complaints in, and look customers up. */
  register: boolean;
  /** Look after the tray of what came in by connected channels. */
  handleArrivals: boolean;
  /** What waits for an approval. */
  approve: boolean;
  /** The registers of papers and the archive. */
  keepRecords: boolean;
  /** People, roles, tokens, calendars. */
  administer: boolean;
  /** Who changed people, roles and units, and when. */
  readOrganisationLog: boolean;
  /** Clear away the complaints that were for practice. */
  removeTraining: boolean;
};

const overseeing: readonly Role[] = ["shift-lead", "unit-head", "approver", "board", "auditor"];

/** Decided here, so that no screen has to. */
export function permissionsOf(actor: PersonActing, { scopes }: Pick<Identity, "scopes">): Permissions {
  const isScoped = (scope: "register" | "handle" | "administer") => scopes === null || scopes.includes(scope);
  return {
    seeAll: visibilityOf(actor).units === "all",
    seeOverview: overseeing.some((role) => holds(actor, role)),
    register: mayRegister(actor) && isScoped("register"),
    handleArrivals: trayRoles.some((role) => holds(actor, role)) && isScoped("register"),
    approve: (holds(actor, "approver") || holds(actor, "board")) && isScoped("handle"),
    keepRecords: holds(actor, "records-clerk") && isScoped("handle"),
    administer: holds(actor, "administrator") && isScoped("administer"),
    readOrganisationLog: mayReadOrganisationLog(actor),
    removeTraining: mayRemoveTraining(actor) && isScoped("administer"),
  };
}

/** Who looks after the tray of arrivals. */
export const trayRoles: readonly Role[] = ["clerk", "shift-lead"];

export const organisationLogRoles: readonly Role[] = ["administrator", "auditor"];

export function mayReadOrganisationLog(actor: PersonActing): boolean {
  return organisationLogRoles.some((role) => holds(actor, role));
}
