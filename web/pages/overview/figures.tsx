import { Link } from "@tanstack/react-router";
import type { Answer } from "../../api/ask.ts";
import { classes } from "../../parts/classes.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfOverview } from "./words.ts";

type Total = Answer<"GET /overview">["total"];

/** The figures by which a shift is led; each opens the complaints that it counts. */
export function Figures({ total, callBacks }: { total: Total; callBacks: number }) {
  const words = useWords(wordsOfOverview);
  const figures = [
    {
      label: words.overdue,
      count: total.overdue,
      search: { due: "overdue" },
      tone: total.overdue > 0 ? "text-late" : "",
    },
    {
      label: words.dueToday,
      count: total.dueToday,
      search: { due: "soon" },
      tone: total.dueToday > 0 ? "text-soon" : "",
    },
    { label: words.callBacks, count: callBacks, search: {}, tone: "" },
    { label: words.unassigned, count: total.unassigned, search: { unassigned: true }, tone: "" },
    { label: words.open, count: total.open, search: {}, tone: "" },
    { label: words.paused, count: total.paused, search: {}, tone: "" },
  ];
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
      {figures.map(({ label, count, search, tone }) => (
        <li key={label}>
          <Link
            to="/viec"
            search={{ queue: "all", ...search } as never}
            className="flex h-full flex-col rounded-xl border border-line bg-surface px-4 py-3 hover:border-edge"
          >
            <span className={classes("text-2xl font-semibold", tone)}>{formatNumber(count)}</span>
            <span className="text-sm text-ink-2">{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
