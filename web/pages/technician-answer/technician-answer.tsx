import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { ServerProblem } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Frame } from "../../customer/frame.tsx";
import { Trouble, Waiting } from "../../customer/parts/states.tsx";
import { formatInstant } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { AnswerForm } from "./answer-form.tsx";
import { Question } from "./question.tsx";
import { wordsOfAnswer } from "./words.ts";

export type Asked = Answer<"GET /public/answers/:key">;
export type Done = Answer<"POST /public/answers/:key">;

/** For a technician who never signs in: one question, its form, and nothing else of the file. */
export function TechnicianAnswer({ named: key }: { named: string }) {
  const words = useWords(wordsOfAnswer);
  const [done, setDone] = useState<Done>();
  // What was read stays while it is answered: a link that was just used opens nothing.
  const { data, error, refetch } = useAnswer("GET /public/answers/:key", { params: { key } }, { enabled: !done });
  if (done)
    return (
      <Frame title={words.done} {...(data ? { provider: data.organisation } : {})}>
        <p role="status">{words.doneText(done.number, formatInstant(done.answeredAt))}</p>
      </Frame>
    );
  if (error && !data) return <Over error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Frame>
        <Waiting />
      </Frame>
    );
  return (
    <Frame title={words.title} provider={data.organisation}>
      <Question link={key} asked={data} />
      <AnswerForm link={key} asked={data} onDone={setDone} />
    </Frame>
  );
}

/** Wrong, over and used look alike. Only a lost connection is worth another try. */
function Over({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useWords(wordsOfAnswer);
  const chosen = useLanguage();
  if (error instanceof ServerProblem && error.code === "link-over")
    return (
      <Frame title={words.gone}>
        <p>{error.problem.messages[chosen]}</p>
      </Frame>
    );
  return (
    <Frame title={words.title}>
      <Trouble error={error} onRetry={onRetry} />
    </Frame>
  );
}
