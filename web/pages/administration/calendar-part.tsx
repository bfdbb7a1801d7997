import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button, IconButton } from "../../parts/button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useNow } from "../../parts/use-now.ts";
import { dayOf, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { CalendarChange } from "./calendar-change.tsx";
import { Month } from "./month.tsx";
import { wordsOfCalendar } from "./words.ts";

const MONTHS = Array.from({ length: 12 }, (_none, place) => place + 1);

/** A year of working days, and the way to change one: never without seeing which terms move. */
export function CalendarPart() {
  const words = useWords(wordsOfCalendar);
  const thisYear = Number(dayOf(useNow()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [changing, setChanging] = useState<string>();
  const inForce = useAnswer("GET /calendars", {});
  const shown = useAnswer("GET /calendars/years/:year", { params: { year: String(year) as never } });
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex items-center gap-2">
          <IconButton label={words.previous} onClick={() => setYear(year - 1)}>
            <ChevronLeft size={18} aria-hidden />
          </IconButton>
          <h2 className="text-lg font-semibold">
            {words.year} {year}
          </h2>
          <IconButton label={words.next} onClick={() => setYear(year + 1)}>
            <ChevronRight size={18} aria-hidden />
          </IconButton>
        </div>
        <Button look="primary" disabled={!inForce.data} onClick={() => setChanging(`${year}-01-01`)}>
          {words.change}
        </Button>
      </div>
      {inForce.data?.move && !inForce.data.move.isEnded && (
        <p role="status">{words.moving(inForce.data.move.clocks)}</p>
      )}
      {shown.error && !shown.data && <Failed error={shown.error} onRetry={() => void shown.refetch()} />}
      {!shown.data && !shown.error && <Loading />}
      {shown.data && (
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
          {MONTHS.map((month) => (
            <Month key={month} year={year} month={month} days={shown.data.days} onChoose={setChanging} />
          ))}
        </div>
      )}
      <h3 className="font-semibold">{words.changes}</h3>
      {inForce.data?.changes.length === 0 && <p className="text-ink-2">{words.noChanges}</p>}
      <ul>
        {inForce.data?.changes.map(({ number, reason, changedAt }) => (
          <li key={number} className="border-t border-line py-2">
            {reason} <span className="text-ink-2">· {formatInstant(changedAt)}</span>
          </li>
        ))}
      </ul>
      {changing !== undefined && inForce.data && (
        <CalendarChange rules={inForce.data.rules} day={changing} onClose={() => setChanging(undefined)} />
      )}
    </section>
  );
}
