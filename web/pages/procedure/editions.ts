import { useAnswer } from "../../api/use-answer.ts";
import { useWords } from "../../words/language.ts";
import { formatDate } from "./days.ts";
import { wordsOfProcedure } from "./words.ts";

export type EditionOfMine = { hash: string; procedure: string; label: string };

/** Every edition of the organisation, each with the law beside it, the newest first. */
export function useEditions(): EditionOfMine[] {
  const words = useWords(wordsOfProcedure);
  const all = useAnswer("GET /editions", {});
  const inForce = useAnswer("GET /procedures", { query: {} });
  const current = new Set(inForce.data?.procedures.map(({ hash }) => hash));
  return (all.data?.editions ?? []).toReversed().map((each) => {
    const { hash, procedure, title, number, effectiveOn, lawEffectiveOn } = each;
    const line = words.editionLine(number ?? title, formatDate(effectiveOn), formatDate(lawEffectiveOn));
    return { hash, procedure, label: current.has(hash) ? `${line} (${words.inForce})` : line };
  });
}
