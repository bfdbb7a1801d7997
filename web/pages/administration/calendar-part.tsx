import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button, IconButton } from "../../parts/button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useNow } from "../../parts/use-now.ts";
import { dayOf, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { CalendarChange, type ChosenDay } from "./calendar-change.tsx";
import { CalendarRemoval } from "./calendar-removal.tsx";
import { Month, type Day } from "./month.tsx";
import { OwnDays, type OwnDay } from "./own-days.tsx";
import { wordsOfCalendar } from "./words.ts";

const MONTHS = Array.from({ length: 12 }, (_none, place) => place + 1);
/** Why a day is as it is, where that is the nation's doing. */
const NATIONAL = ["holiday", "make-up", "swap", "swapped-day-worked"];

/** A year of working days, and the ways to change one and to take that back: never without seeing which terms move. */
export function CalendarPart() {
  const words = useWords(wordsOfCalendar);
  const thisYear = Number(dayOf(useNow()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [changing, setChanging] = useState<ChosenDay>();
  const [removing, setRemoving] = useState<OwnDay>();
  const inForce = useAnswer("GET /calendars", {});
  const shown = useAnswer("GET /calendars/years/:year", { params: { year: String(year) as never } });
  const choose = ({ date, reason }: Day) => {
    const own = inForce.data?.ownDays.find((each) => each.date === date && !each.isOfEdition);
    if (own) setRemoving(own);
    else setChanging({ date, isNational: NATIONAL.includes(reason) });
  };
  return (
    <section className="flex flex-col gap-4">
      <YearHead
        year={year}
        onYear={setYear}
        onAdd={() => setChanging({ date: dayOf(new Date().toISOString()), isNational: false })}
      />
      {inForce.data?.move && !inForce.data.move.isEnded && (
        <p role="status">{words.moving(inForce.data.move.clocks)}</p>
      )}
      {shown.error && !shown.data && <Failed error={shown.error} onRetry={() => void shown.refetch()} />}
      {!shown.data && !shown.error && <Loading />}
      {shown.data && (
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
          {MONTHS.map((month) => (
            <Month key={month} year={year} month={month} days={shown.data.days} onChoose={choose} />
          ))}
        </div>
      )}
      {inForce.data && <OwnDays days={inForce.data.ownDays} onTakeBack={setRemoving} />}
      {inForce.data && <Changes changes={inForce.data.changes} />}
      {changing && <CalendarChange day={changing} onClose={() => setChanging(undefined)} />}
      {removing && <CalendarRemoval day={removing} onClose={() => setRemoving(undefined)} />}
    </section>
  );
}

function YearHead({ year, onYear, onAdd }: { year: number; onYear: (year: number) => void; onAdd: () => void }) {
  const words = useWords(wordsOfCalendar);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="flex items-center gap-2">
        <IconButton label={words.previous} onClick={() => onYear(year - 1)}>
          <ChevronLeft size={18} aria-hidden />
        </IconButton>
        <h2 className="text-lg font-semibold">
          {words.year} {year}
        </h2>
        <IconButton label={words.next} onClick={() => onYear(year + 1)}>
          <ChevronRight size={18} aria-hidden />
        </IconButton>
      </div>
      <Button look="primary" onClick={onAdd}>
        {words.change}
      </Button>
    </div>
  );
}

function Changes({ changes }: Pick<Answer<"GET /calendars">, "changes">) {
  const words = useWords(wordsOfCalendar);
  return (
    <section>
      <h3 className="font-semibold">{words.changes}</h3>
      {changes.length === 0 && <p className="text-ink-2">{words.noChanges}</p>}
      <ul>
        {changes.map(({ number, reason, changedByName, changedAt }) => (
          <li key={number} className="border-t border-line py-2">
            {reason}{" "}
            <span className="text-ink-2">
              · {[changedByName, formatInstant(changedAt)].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
