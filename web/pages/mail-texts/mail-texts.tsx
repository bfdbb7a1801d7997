import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { SelectField, TextField } from "../../parts/field.tsx";
import { Failed, Loading, Refused } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { useComplaintNamed } from "./use-complaint-named.ts";
import { wordsOfMailTexts } from "./words.ts";

type Texts = Answer<"GET /mail-texts">["texts"];
type Text = Texts[number];

/** What is sent by itself, as it would read: with examples, or with a complaint of one's own. */
export function MailTexts() {
  const words = useWords(wordsOfMailTexts);
  const { data, error, refetch } = useAnswer("GET /mail-texts", {});
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 p-4">
      <div>
        <h1 className="text-xl font-semibold">{words.title}</h1>
        <p className="text-ink-2">{words.hint}</p>
      </div>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Looker texts={data.texts} />}
    </div>
  );
}

/** Where a provider has several procedures, the text of each stands under its name. */
function nameOf({ textId, procedure }: Text, texts: Texts, words: { [Id in Text["textId"]]: string }): string {
  const isOne = new Set(texts.map((each) => each.procedure)).size === 1;
  return isOne ? words[textId] : `${words[textId]} (${procedure})`;
}

function Looker({ texts }: { texts: Texts }) {
  const words = useWords(wordsOfMailTexts);
  const [place, setPlace] = useState("0");
  const [language, setLanguage] = useState<"vi" | "en">("vi");
  const [number, setNumber] = useState("");
  const complaint = useComplaintNamed(number);
  const text = texts[Number(place)];
  if (!text) return null;
  const isIn = text.languages.includes(language) ? language : "vi";
  return (
    <>
      <div className="grid gap-4 rounded-xl border border-line bg-surface p-4 sm:grid-cols-3">
        <SelectField
          label={words.text}
          value={place}
          options={texts.map((each, at) => ({ value: String(at), label: nameOf(each, texts, words) }))}
          onChange={(event) => setPlace(event.target.value)}
        />
        <SelectField
          label={words.language}
          value={isIn}
          options={text.languages.map((each) => ({ value: each, label: words[each] }))}
          onChange={(event) => setLanguage(event.target.value === "en" ? "en" : "vi")}
        />
        <TextField
          label={words.complaint}
          hint={words.complaintHint}
          isOptional
          value={number}
          error={complaint.isUnknown ? words.notFound : undefined}
          onChange={(event) => setNumber(event.target.value)}
        />
      </div>
      {text.isBilingual && <p className="text-ink-2">{words.bilingual}</p>}
      <Shown text={text} language={isIn} complaintId={complaint.complaintId} />
    </>
  );
}

type Asked = { text: Text; language: "vi" | "en"; complaintId: string | undefined };

function Shown({ text: { textId, procedure }, language, complaintId }: Asked) {
  const words = useWords(wordsOfMailTexts);
  const body = complaintId === undefined ? { language, procedure } : { language, complaintId };
  const { data, error } = useQuery({
    queryKey: ["a text that is sent", textId, body],
    queryFn: ({ signal }) => ask("POST /mail-texts/:textId/previews", { params: { textId }, body }, { signal }),
  });
  if (error) return <Refused error={error} />;
  if (!data) return <Loading rows={4} />;
  return (
    <article lang={language} className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      <h2 className="text-lg font-semibold break-words">{data.subject}</h2>
      <p className="break-words whitespace-pre-line">{data.body}</p>
      {data.short && (
        <section aria-label={words.short} className="border-t border-line pt-3">
          <h3 className="font-medium">{words.short}</h3>
          <p className="break-words whitespace-pre-line">{data.short}</p>
        </section>
      )}
      {data.samples.length > 0 && <p className="text-sm text-ink-2">{words.samples}</p>}
    </article>
  );
}
