import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { CheckField } from "../../parts/field.tsx";
import { tell } from "../../parts/toast.tsx";
import { useWords } from "../../words/language.ts";
import { wordsOfDailyMail } from "./words-of-daily-mail.ts";

/** Whether I get a mail on each working day with something new here; says also why none would come. */
export function DailyMail() {
  const words = useWords(wordsOfDailyMail);
  const { data } = useAnswer("GET /notifications/daily-mail", {});
  const deed = useDeed("PUT /notifications/daily-mail");
  if (!data) return null;
  const { isWanted, email, isSent } = data;
  const choose = (wanted: boolean) =>
    deed.mutate(
      { parts: { body: { isWanted: wanted } } },
      { onSuccess: () => tell(wanted ? words.chosen : words.ended) },
    );
  const hint = email === null ? words.noAddress : isSent ? words.goesTo(email) : words.noServer;
  return (
    <CheckField
      label={words.label}
      hint={hint}
      checked={isWanted}
      disabled={deed.isPending}
      onChange={({ currentTarget }) => choose(currentTarget.checked)}
    />
  );
}
