import { FileText } from "lucide-react";
import { addressOf } from "../../api/ask.ts";
import { useNow } from "../../parts/use-now.ts";
import { formatBytes, formatDue, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { valueText } from "../unit-inbox/information.ts";
import type { Asked } from "./technician-answer.tsx";
import { wordsOfAnswer } from "./words.ts";

/** What is asked, by when, and what was told with it. */
export function Question({ link, asked }: { link: string; asked: Asked }) {
  const words = useWords(wordsOfAnswer);
  const { number, unit, askedAt, question, returnedFor, information, documents } = asked;
  return (
    <section aria-label={words.title} className="mb-6 flex flex-col gap-4">
      <Due asked={asked} />
      {returnedFor !== null && (
        <div className="rounded-xl border border-late bg-late-soft p-4">
          <p className="font-medium text-late">{words.returned}</p>
          <p className="whitespace-pre-line">{returnedFor}</p>
        </div>
      )}
      <p className="rounded-xl border border-line bg-surface p-4 text-lg whitespace-pre-line">{question}</p>
      <dl className="grid grid-cols-1 gap-y-2 sm:grid-cols-[auto_1fr] sm:gap-x-4">
        {[
          [words.number, number],
          [words.unit, unit],
          [words.askedAt, formatInstant(askedAt)],
          ...information.map((each) => [each.name, valueText(each)]),
        ].map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="min-w-0 break-words max-sm:-mt-2 max-sm:font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {documents.length > 0 && (
        <ul aria-label={words.documents}>
          {documents.map(({ attachmentId, name, bytes }) => (
            <li key={attachmentId}>
              <a
                href={addressOf("GET /public/answers/:key/documents/:attachmentId", {
                  params: { key: link, attachmentId },
                })}
                download={name}
                className="inline-flex min-h-12 items-center gap-2 text-accent underline"
              >
                <FileText size={20} aria-hidden />
                {name} ({formatBytes(bytes)})
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Due({ asked: { dueAt } }: { asked: Asked }) {
  const words = useWords(wordsOfAnswer);
  const now = useNow();
  if (dueAt === null) return null;
  const isOver = dueAt <= now;
  return (
    <p className={isOver ? "font-medium text-late" : "font-medium"}>
      {isOver ? words.over : words.due}: {formatDue(dueAt)}
    </p>
  );
}
