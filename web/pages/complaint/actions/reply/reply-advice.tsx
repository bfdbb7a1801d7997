import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Check, Circle } from "lucide-react";
import { useEffect, useState } from "react";
import { ask, type Answer } from "../../../../api/ask.ts";
import { useWords } from "../../../../words/language.ts";
import { wordsOfReply } from "./words.ts";

type Advice = Answer<"POST /complaints/:complaintId/reply-advice">["kept"][number];

/** Nobody is asked about while they type. */
const REST_MS = 600;

/** Quietly, how what is written stands to what a good reply does. Nothing depends on it. */
export function ReplyAdvice(written: { complaintId: string; content: string; promises: readonly unknown[] }) {
  const words = useWords(wordsOfReply);
  const found = useAdvice(written);
  if (!found) return null;
  return (
    <section aria-label={words.advice}>
      <p className="text-sm text-ink-2">
        {words.advice} · {words.adviceHint}
      </p>
      <ul className="mt-1 flex flex-col">
        {[...found.open, ...found.kept].map((advice) => (
          <Line key={advice} advice={advice} isKept={found.kept.includes(advice)} />
        ))}
      </ul>
    </section>
  );
}

function Line({ advice, isKept }: { advice: Advice; isKept: boolean }) {
  const words = useWords(wordsOfReply);
  const Sign = isKept ? Check : Circle;
  return (
    <li className={`flex items-start gap-2 py-0.5 ${isKept ? "text-ink-2" : "text-ink"}`}>
      <Sign size={16} aria-hidden className="mt-1 shrink-0" />
      <span>
        <span className="sr-only">{isKept ? words.kept : words.open}: </span>
        {words[advice]}
      </span>
    </li>
  );
}

function useAdvice({
  complaintId,
  content,
  promises,
}: {
  complaintId: string;
  content: string;
  promises: readonly unknown[];
}) {
  const written = useRested(content);
  const days = promises.flatMap((promise) => {
    const dueOn = (promise as { dueOn?: unknown } | null)?.dueOn;
    return typeof dueOn === "string" && /^\d{4}-\d{2}-\d{2}$/.test(dueOn) ? [{ dueOn }] : [];
  });
  const { data } = useQuery({
    queryKey: ["advice on a reply", complaintId, written, days],
    queryFn: ({ signal }) =>
      ask(
        "POST /complaints/:complaintId/reply-advice",
        { params: { complaintId }, body: { content: written, promises: days } },
        { signal },
      ),
    enabled: written.trim() !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  return written.trim() === "" ? undefined : data;
}

/** What was typed, once nothing more was for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
