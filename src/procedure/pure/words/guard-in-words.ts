import type { Edition } from "../edition/edition.ts";
import type { Guard } from "../edition/guard.ts";
import { factInWords } from "./fact-in-words.ts";

export type Words = { vi: string; en: string };

/** A guard as a sentence's part: parts of one that must all hold are joined by semicolons, one of which must by "or". */
export function guardInWords(guard: Guard, edition: Edition): Words {
  return said(guard, true, edition);
}

function said(guard: Guard, wanted: boolean, edition: Edition): Words {
  if ("not" in guard) return said(guard.not, !wanted, edition);
  // What must not all hold fails with any one of them, and the other way round.
  if ("all" in guard) return joined(guard.all, { wanted, asAll: wanted, edition });
  if ("any" in guard) return joined(guard.any, { wanted, asAll: !wanted, edition });
  return factInWords(guard, wanted, edition);
}

function joined(
  guards: readonly Guard[],
  { wanted, asAll, edition }: { wanted: boolean; asAll: boolean; edition: Edition },
): Words {
  const each = guards.map((guard) => ({ guard, words: said(guard, wanted, edition) }));
  const text = (language: "vi" | "en") =>
    each
      .map(({ guard, words }) => (isGroup(guard) && each.length > 1 ? `(${words[language]})` : words[language]))
      .join(asAll ? "; " : language === "vi" ? " hoặc " : " or ");
  return { vi: text("vi"), en: text("en") };
}

function isGroup(guard: Guard): boolean {
  if ("not" in guard) return isGroup(guard.not);
  return "all" in guard ? guard.all.length > 1 : "any" in guard && guard.any.length > 1;
}
