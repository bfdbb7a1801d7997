import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { formatDay, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { useRoleNames } from "./role-names.ts";
import { wordsOfLog } from "./words.ts";

const PAGE = 100;

/** What changed about the organisation itself, by whom and when. */
export function LogPart() {
  const words = useWords(wordsOfLog);
  const describe = useDescribed();
  const [after, setAfter] = useState(0);
  const { data, error, refetch } = useAnswer("GET /organisation-log", { query: { after, limit: PAGE } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : (data.names[id] ?? id));
  return (
    <section className="flex flex-col gap-3">
      <p className="text-ink-2">{words.hint}</p>
      <ol>
        {data.facts.map((fact) => (
          <li
            key={fact.sequence}
            className="grid gap-x-3 border-t border-line py-2 sm:grid-cols-[13rem_minmax(0,1fr)_auto]"
          >
            <span className="font-medium">{words[fact.type]}</span>
            <span className="text-ink-2">{describe(fact.data, nameOf)}</span>
            <span className="text-sm text-ink-2">
              {words.by(nameOf(fact.actor.personId) ?? words.program)} · {formatInstant(fact.recordedAt)}
            </span>
          </li>
        ))}
      </ol>
      {data.nextAfter !== null && <Button onClick={() => setAfter(data.nextAfter ?? 0)}>{words.older}</Button>}
    </section>
  );
}

type Data = Answer<"GET /organisation-log">["facts"][number]["data"];

/** Whom it is about by name, the role as the provider calls it, days as they are written; ids of rows say nothing to anybody. */
function useDescribed() {
  const words = useWords(wordsOfLog);
  const roleName = useRoleNames();
  return (data: Data, nameOf: (id: string | undefined) => string | undefined): string => {
    const text = (key: string) => (typeof data[key] === "string" ? data[key] : undefined);
    const day = (key: string) => (text(key) === undefined ? undefined : formatDay(text(key) ?? ""));
    const [role, unit] = [text("role"), text("unit")];
    const change = text("change") === "taken-back" ? words.takenBack : text("change") && words.dayAdded;
    return [
      nameOf(text("personId")),
      nameOf(text("deputyId")),
      role && unit ? roleName({ role, unit }) : undefined,
      change,
      day("date"),
      text("channelId"),
      [day("fromOn"), day("toOn")].filter(Boolean).join(" – "),
      Array.isArray(data["fields"]) ? data["fields"].join(", ") : undefined,
      typeof data["rows"] === "number" ? String(data["rows"]) : undefined,
    ]
      .filter(Boolean)
      .join(" · ");
  };
}
