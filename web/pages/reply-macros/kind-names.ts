import { useAnswer } from "../../api/use-answer.ts";
import { useLanguage } from "../../words/language.ts";

/** Names of the kinds of complaint in the provider's first procedure, by id; empty until they are known. */
export function useKindNames(): ReadonlyMap<string, string> {
  const chosen = useLanguage();
  const procedure = useAnswer("GET /procedures", { query: {} }).data?.procedures[0]?.procedure ?? "";
  const asked = { params: { procedure }, query: {} };
  const form = useAnswer("GET /procedures/:procedure/registration", asked, { enabled: procedure !== "" }).data;
  return new Map((form?.kinds ?? []).map(({ value, label }) => [value, label[chosen]]));
}
