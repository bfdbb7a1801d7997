import { mayRegister, registeringRoles } from "../../access/actor.ts";
import { whoInWords } from "../../procedure/pure/words/who-in-words.ts";
import type { SignedIn } from "./api.ts";
import { problem, type Problem } from "./problem.ts";

/** Says whose it is to do. `who`: roles, told as the trade calls them, or units by their ids. */
export function notYourRole(who: readonly string[]): Problem {
  const words = who.map((each) => whoInWords(each, { roles: [], units: [] }));
  const told = { vi: words.map((each) => each.vi).join(", "), en: words.map((each) => each.en).join(", ") };
  return problem("not-your-role", { who: told });
}

/** Lets through who takes complaints in. */
export function takingIn(who: SignedIn): SignedIn {
  if (!mayRegister(who.actor)) throw notYourRole(registeringRoles);
  return who;
}
