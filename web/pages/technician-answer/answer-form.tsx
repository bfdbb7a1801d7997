import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { ask, ServerProblem } from "../../api/ask.ts";
import { allUploadedTo } from "../../customer/all-uploaded.ts";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { DayQuestion } from "../../customer/parts/day-question.tsx";
import { HandedFiles, type Handed } from "../../customer/parts/handed-files.tsx";
import { LineQuestion, TextQuestion } from "../../customer/parts/questions.tsx";
import { Trouble } from "../../customer/parts/states.tsx";
import { useKept } from "../../customer/use-kept.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import type { Asked, Done } from "./technician-answer.tsx";
import { wordsOfAnswer } from "./words.ts";

const needed = ["cause", "measure", "answeredBy"] as const;
type Needed = (typeof needed)[number];

/** Cause, measure, the day of the repair and photos. What is typed stays on this telephone until it has arrived. */
export function AnswerForm({ link, asked, onDone }: { link: string; asked: Asked; onDone: (done: Done) => void }) {
  const words = useWords(wordsOfAnswer);
  const { typed, set, forget } = useTyped(link, asked.sentTo ?? "");
  const [files, setFiles] = useState<Handed[]>([]);
  const [missing, setMissing] = useState<readonly Needed[]>([]);
  const sending = useMutation({
    mutationFn: async () => {
      const to = `/public/answers/${encodeURIComponent(link)}/attachments`;
      const uploaded = await allUploadedTo(to, files, setFiles);
      const documents = uploaded.map(({ name, sha256 = "" }) => ({ name, sha256 }));
      const { promisedRepairOn, ...said } = typed;
      const body = { ...said, documents, ...(promisedRepairOn ? { promisedRepairOn } : {}) };
      return ask("POST /public/answers/:key", { params: { key: link }, body });
    },
    onSuccess: (done) => {
      forget();
      onDone(done);
    },
  });
  const errors = useErrors(sending.error, missing);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const lacking = needed.filter((name) => typed[name].trim() === "");
    setMissing(lacking);
    const first = event.currentTarget.elements.namedItem(lacking[0] ?? "");
    if (first instanceof HTMLElement) first.focus();
    else if (!sending.isPending) sending.mutate();
  };
  const put = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) => set[name](target.value),
  });
  return (
    <form noValidate onSubmit={send}>
      <TextQuestion label={words.cause} hint={words.causeHint} rows={3} {...put("cause")} />
      <TextQuestion label={words.measure} hint={words.measureHint} rows={3} {...put("measure")} />
      <DayQuestion
        label={words.promised}
        isOptional
        name="promisedRepairOn"
        value={typed.promisedRepairOn}
        error={errors["promisedRepairOn"]}
        onType={set.promisedRepairOn}
      />
      <fieldset className="mb-5">
        <legend className="mb-1 font-medium">{words.photos}</legend>
        <HandedFiles files={files} hint={words.photosHint} onChange={setFiles} />
      </fieldset>
      <LineQuestion label={words.answeredBy} autoComplete="name" {...put("answeredBy")} />
      {sending.error && <Trouble error={sending.error} />}
      <BigButton type="submit" isBusy={sending.isPending} className="w-full">
        {words.send}
      </BigButton>
    </form>
  );
}

/** What was typed for this link, kept in this browser. */
function useTyped(link: string, sentTo: string) {
  const place = `answer:${link}`;
  const [cause, setCause] = useKept(`${place}:cause`);
  const [measure, setMeasure] = useKept(`${place}:measure`);
  const [promisedRepairOn, setPromised] = useKept(`${place}:promised`);
  const [name, setName] = useKept(`${place}:name`);
  const [isNameTyped, setNameTyped] = useState(name !== "");
  return {
    typed: { cause, measure, promisedRepairOn, answeredBy: isNameTyped ? name : sentTo },
    set: {
      cause: setCause,
      measure: setMeasure,
      promisedRepairOn: setPromised,
      answeredBy: (text: string) => {
        setNameTyped(true);
        setName(text);
      },
    },
    forget: () => {
      for (const set of [setCause, setMeasure, setPromised, setName]) set("");
    },
  };
}

/** Under each field what is wrong with it: nothing in it, or the server's own words. */
function useErrors(error: unknown, missing: readonly Needed[]): Record<string, string | undefined> {
  const words = useWords(wordsOfAnswer);
  const chosen = useLanguage();
  const lacking = Object.fromEntries(missing.map((name) => [name, words.needed]));
  if (!(error instanceof ServerProblem) || error.problem.field === undefined) return lacking;
  return { ...lacking, [error.problem.field]: error.problem.messages[chosen] };
}
