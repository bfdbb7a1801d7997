import { holds } from "../../access/actor.ts";
import type { PeopleRefusal } from "../../access/people.ts";
import type { SignedIn } from "./api.ts";
import { problem } from "./problem.ts";
import { notYourRole } from "./role-needed.ts";

/** Lets administrators through. */
export function administrator(who: SignedIn): SignedIn {
  if (!holds(who.actor, "administrator")) throw notYourRole(["administrator"]);
  return who;
}

/** Lets through who gives something for good by a right of their own: nobody passes on, or keeps, what was lent to them. */
export function administratorThemselves(who: SignedIn): SignedIn {
  if (who.actor.deputyFor !== undefined) throw notYourRole(["administrator"]);
  return administrator(who);
}

/** Lets through who signed in themselves, and no token. */
export function inPerson(who: SignedIn): SignedIn {
  if (who.identity.scopes !== null) throw problem("not-by-token");
  return who;
}

/**
 * A password or a role is given in person: who holds one may sign in, and a token that gave it would outlive its day and its
 * scopes.
 */
export function inPersonToGive(who: SignedIn, isGiven: boolean): SignedIn {
  return isGiven ? inPerson(who) : who;
}

/** Nobody gives themselves anything, whatever they administer: it takes another one. */
export function otherThan(personId: string, { identity }: SignedIn): void {
  if (identity.personId === personId) throw problem("not-to-yourself");
}

/** What came back, or the problem that a refusal makes. */
export function orRefuse<T extends object>(
  result: T | PeopleRefusal | undefined,
  named: { personId?: string; signInName?: string; unit?: string },
): T {
  if (typeof result === "object") return result;
  switch (result) {
    case "sign-in-name-taken":
      throw problem("name-taken", { name: named.signInName ?? "" }, { field: "signInName" });
    case "person-exists":
      throw problem("name-taken", { name: named.personId ?? "" }, { field: "personId" });
    case "unknown-unit":
      throw problem("unknown-unit", { name: named.unit ?? "" }, { field: "unit" });
    case "changed-meanwhile":
      throw problem("changed-meanwhile");
    case "unknown-person":
    case undefined:
      throw problem("no-such-item", { name: named.personId ?? "" });
  }
}
