import { Check, Flag, Minus } from "lucide-react";
import { useAnswer } from "../../../api/use-answer.ts";
import type { Answer } from "../../../api/ask.ts";
import { classes } from "../../../parts/classes.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { Failed, Loading } from "../../../parts/states.tsx";
import { formatDay, formatDue, formatInstant, formatSpan } from "../../../words/format.ts";
import { useLanguage, useWords } from "../../../words/language.ts";
import { usePackName } from "../../../words/pack-names.ts";
import type { Clock } from "../file.ts";
import { Lines } from "../section.tsx";
import { wordsOfClocks } from "./words.ts";

type Proof = Answer<"GET /complaints/:complaintId/clocks/:clockId/proof">;
type Part = Extract<Proof["proof"], { parts: unknown }>["parts"][number];
type Step = Part["steps"][number];

/** Day by day, why the term ends when it does. Asked for only when it is opened. */
export function ProofDialog(shown: { complaintId: string; clock: Clock | undefined; onClose: () => void }) {
  const { complaintId, clock, onClose } = shown;
  const words = useWords(wordsOfClocks);
  const packName = usePackName();
  return (
    <Dialog title={packName(clock?.name) ?? words.proof} isOpen={clock !== undefined} onClose={onClose}>
      {clock && <ProofOfClock complaintId={complaintId} clockId={clock.clockId} />}
    </Dialog>
  );
}

function ProofOfClock(params: { complaintId: string; clockId: string }) {
  const words = useWords(wordsOfClocks);
  const { data, error, refetch } = useAnswer("GET /complaints/:complaintId/clocks/:clockId/proof", { params });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  const { proof, source, clauses, edition } = data;
  const elsewhere = [source ?? []].flat().filter((each) => !clauses.some(({ row }) => row === each));
  return (
    <div className="flex flex-col gap-4">
      <Lines
        lines={[
          { label: words.dueAt, value: formatDue(data.dueAt) },
          {
            label: words.source,
            value: (
              <ul>
                {clauses.map((clause) => (
                  <li key={clause.row}>
                    <Cited clause={clause} edition={edition} />
                  </li>
                ))}
                {elsewhere.map((each) => (
                  <li key={each}>{plainSource(each)}</li>
                ))}
              </ul>
            ),
          },
          {
            label: words.calendar,
            value: "calendarVersion" in proof ? words.calendarOf(yearOf(proof.calendarVersion)) : undefined,
          },
        ]}
      />
      {"unavailable" in proof ? (
        <p>{words[proof.unavailable]}</p>
      ) : (
        proof.parts.map((part) => <ProofPart key={part.startedAt + part.by} part={part} />)
      )}
    </div>
  );
}

/** The clause as the text numbers it, in its own words, with the way to where the procedure lists it. */
function Cited({ clause: { row, at, quote }, edition }: { clause: Proof["clauses"][number]; edition: string }) {
  return (
    <>
      <a href={`/quy-trinh/${edition}#${row}`} className="text-accent underline">
        {at}
      </a>
      {quote !== null && `: “${quote}”`}
    </>
  );
}

/** A citation without the pack's own signs for the law and for usage. */
function plainSource(source: string): string {
  return source.replace(/^(law|practice): /, "");
}

/** The last year of a calendar (`vn-2026-…`); the rest only tells one version from another. */
function yearOf(version: string): string {
  return /-(\d{4})-/.exec(version)?.[1] ?? version;
}

function ProofPart({ part }: { part: Part }) {
  const words = useWords(wordsOfClocks);
  const chosen = useLanguage();
  const { what, startedAt, dueAt, steps } = part;
  return (
    <section>
      <h3 className="font-semibold">
        {words[what]}: {part.words[chosen]}
      </h3>
      <p className="mb-2 text-sm text-ink-2">
        {words.startedAt} {formatInstant(startedAt)} → {formatDue(dueAt)}
      </p>
      <ol className="divide-y divide-line rounded-lg border border-line">
        {steps.map((step) => (
          <ProofStep key={"on" in step ? step.on : step.from} step={step} />
        ))}
      </ol>
    </section>
  );
}

function ProofStep({ step }: { step: Step }) {
  const words = useWords(wordsOfClocks);
  const chosen = useLanguage();
  const isCounted = step.verdict === "counted";
  const isEnd = step.reason === "rolled-to";
  return (
    <li
      className={classes(
        "grid grid-cols-[9.5rem_2rem_1fr] items-baseline gap-2 px-3 py-1.5 text-sm",
        !isCounted && !isEnd && "bg-page",
      )}
    >
      <span>{"on" in step ? formatDay(step.on) : formatSpan(step.from, step.to)}</span>
      <span className={classes("inline-flex items-center gap-1", isCounted ? "font-medium text-kept" : "text-ink-3")}>
        {isCounted ? (
          <Check size={14} aria-hidden />
        ) : isEnd ? (
          <Flag size={14} aria-hidden />
        ) : (
          <Minus size={14} aria-hidden />
        )}
        <span className="sr-only">{isCounted ? words.counted : isEnd ? words.ends : words.skipped}</span>
        {isCounted && "on" in step && step.counted}
      </span>
      <span className="text-ink-2">{step.words[chosen]}</span>
    </li>
  );
}
