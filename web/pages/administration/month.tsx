import type { Answer } from "../../api/ask.ts";
import { classes } from "../../parts/classes.ts";
import { formatDay } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { wordsOfCalendar } from "./words.ts";

export type Day = Answer<"GET /calendars/years/:year">["days"][number];

const WEEK = { vi: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"], en: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] };

type MonthProps = { year: number; month: number; days: readonly Day[]; onChoose: (day: Day) => void };

/** One month, Monday first. A day off is marked by its ground and by a dot, and says why when it is pointed at. */
export function Month({ year, month, days, onChoose }: MonthProps) {
  const chosen = useLanguage();
  const prefix = `${year}-${String(month).padStart(2, "0")}`;
  const own = days.filter(({ date }) => date.startsWith(prefix));
  // Monday is 0.
  const before = (new Date(`${prefix}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  return (
    <section aria-label={`${month}/${year}`} className="rounded-xl border border-line bg-surface p-3">
      <h3 className="pb-1 font-medium">{chosen === "vi" ? `Tháng ${month}` : `${month}/${year}`}</h3>
      <div className="grid grid-cols-7 text-center text-sm">
        {WEEK[chosen].map((name) => (
          <span key={name} aria-hidden className="py-1 text-xs text-ink-3">
            {name}
          </span>
        ))}
        {Array.from({ length: before }, (_none, place) => (
          <span key={place} />
        ))}
        {own.map((day) => (
          <DayCell key={day.date} day={day} onChoose={onChoose} />
        ))}
      </div>
    </section>
  );
}

function DayCell({ day, onChoose }: { day: Day; onChoose: (day: Day) => void }) {
  const words = useWords(wordsOfCalendar);
  const { date, isOpen, reason, name, isProposed } = day;
  const isRest = reason === "rest-day";
  const isSpecial = reason !== "working-day" && !isRest;
  const said = [formatDay(date), isOpen ? words.open : words.closed, name, isProposed ? words.proposed : null];
  const label = said.filter(Boolean).join(", ");
  return (
    <button
      type="button"
      title={label}
      onClick={() => onChoose(day)}
      className={classes(
        "relative m-px min-h-9 rounded-md hover:ring-1 hover:ring-edge",
        isRest && "text-ink-3",
        isRest && name && "border border-dotted border-edge",
        isSpecial && !isOpen && "bg-late-soft font-medium text-late",
        isSpecial && isOpen && "bg-kept-soft font-medium text-kept",
        isProposed && "border border-dashed border-edge",
      )}
    >
      {Number(date.slice(8))}
      <span className="sr-only">, {label}</span>
      {isSpecial && (
        <span aria-hidden className="absolute bottom-0.5 left-1/2 size-1 -translate-x-1/2 rounded-full bg-current" />
      )}
    </button>
  );
}
