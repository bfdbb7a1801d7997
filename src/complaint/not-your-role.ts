import type { Edition } from "../procedure/pure/edition/edition.ts";
import { whoInWords } from "../procedure/pure/words/who-in-words.ts";
import { refuse, type Refusal } from "./refusal.ts";

/** Says whose it is to do, by the provider's own names. `who`: as a move of the pack names them, or the id of a unit. */
export function notYourRole(who: readonly string[], edition: Pick<Edition, "roles" | "units">): Refusal {
  const words = who.map((each) => whoInWords(each, edition));
  const told = (language: "vi" | "en") => [...new Set(words.map((each) => each[language]))];
  return refuse("not-your-role", { who, words: { vi: told("vi"), en: told("en") } });
}
