import type { Answer } from "../../api/ask.ts";
import { Button } from "../../parts/button.tsx";
import { formatDay } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfCalendar } from "./words.ts";

export type OwnDay = Answer<"GET /calendars">["ownDays"][number];

/** The days that this organisation added itself, each with its way back; those of its procedure only say whose they are. */
export function OwnDays({ days, onTakeBack }: { days: readonly OwnDay[]; onTakeBack: (day: OwnDay) => void }) {
  const words = useWords(wordsOfCalendar);
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold">{words.ownDays}</h3>
      <p className="text-ink-2">{words.ownDaysHint}</p>
      {days.length === 0 && <p className="text-ink-2">{words.noOwnDays}</p>}
      <ul>
        {days.map((day) => (
          <li
            key={day.date}
            className="flex min-h-11 flex-wrap items-center gap-x-3 border-t border-line py-1 first:border-t-0"
          >
            <span className="font-medium">{formatDay(day.date)}</span>
            <span className="grow text-ink-2">
              {day.kind === "closure" ? words.closed : words.open} · {day.reason}
            </span>
            {day.isOfEdition ? (
              <span className="text-sm text-ink-2">{words.ofEdition}</span>
            ) : (
              <Button
                look="quiet"
                aria-label={`${words.takeBack}: ${formatDay(day.date)}`}
                onClick={() => onTakeBack(day)}
              >
                {words.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
