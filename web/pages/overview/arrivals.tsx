import { Link } from "@tanstack/react-router";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { Card } from "./card.tsx";
import { wordsOfOverview } from "./words.ts";

type Hour = { hour: number; today: number; weekBefore: number };

/** How many arrive, hour by hour, beside the same day a week before. */
export function Arrivals({ hours }: { hours: Hour[] }) {
  const words = useWords(wordsOfOverview);
  const most = Math.max(1, ...hours.flatMap(({ today, weekBefore }) => [today, weekBefore]));
  const sum = (of: (hour: Hour) => number) => hours.reduce((total, hour) => total + of(hour), 0);
  const height = (count: number) => ({ height: `${(count / most) * 100}%` });
  return (
    <Card
      title={words.arrivals}
      aside={
        <span className="text-sm text-ink-2">
          <Link
            to="/viec"
            search={{ queue: "all", received: "today", open: "all" }}
            className="text-accent underline underline-offset-2"
          >
            {words.arrivedToday(formatNumber(sum(({ today }) => today)))}
          </Link>
          , {words.arrivedBefore(formatNumber(sum(({ weekBefore }) => weekBefore)))}
        </span>
      }
    >
      <ol className="flex h-32 items-end gap-0.5">
        {hours.map(({ hour, today, weekBefore }) => (
          <li key={hour} title={words.hour(hour, today, weekBefore)} className="flex h-full grow items-end gap-px">
            <span className="sr-only">{words.hour(hour, today, weekBefore)}</span>
            <span aria-hidden className="w-1/2 rounded-t bg-accent" style={height(today)} />
            <span aria-hidden className="w-1/2 rounded-t bg-edge opacity-60" style={height(weekBefore)} />
          </li>
        ))}
      </ol>
      <div aria-hidden className="flex justify-between text-xs text-ink-3">
        {["0", "6", "12", "18", "24"].map((hour) => (
          <span key={hour}>{hour}:00</span>
        ))}
      </div>
      <p aria-hidden className="flex gap-4 text-xs text-ink-2">
        <span className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-sm bg-accent" /> {words.today}
        </span>
        <span className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-sm bg-edge opacity-60" /> {words.lastWeek}
        </span>
      </p>
    </Card>
  );
}
