import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Answer } from "../../api/ask.ts";
import { classes } from "../../parts/classes.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { QueueSearch } from "../work-queue/queue-search.ts";
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
      search: { due: "today" },
      tone: total.dueToday > 0 ? "text-soon" : "",
    },
    { label: words.callBacks, count: callBacks, search: null, tone: "" },
    { label: words.unassigned, count: total.unassigned, search: { unassigned: "true" }, tone: "" },
    { label: words.open, count: total.open, search: {}, tone: "" },
    { label: words.paused, count: total.paused, search: { due: "paused" }, tone: "" },
  ];
  const spoken = figures.map(({ label, count }) => `${label}: ${formatNumber(count)}`).join(", ");
  return (
    <>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        {figures.map(({ label, count, search, tone }) => (
          <li key={label}>
            <Figure search={search}>
              <span className={classes("text-2xl font-semibold tabular-nums", tone)}>{formatNumber(count)}</span>
              <span className="text-sm text-ink-2">{label}</span>
            </Figure>
          </li>
        ))}
      </ul>
    </>
  );
}

/** `search`: the list behind the figure; null: it stands on this page, under its heading. */
function Figure({ search, children }: { search: QueueSearch | null; children: ReactNode }) {
  const look =
    "flex min-h-14 items-baseline gap-2.5 rounded-xl border border-line bg-surface px-4 py-2.5 hover:border-edge";
  if (search === null) {
    return (
      <a href="#call-backs" className={look}>
        {children}
      </a>
    );
  }
  return (
    <Link to="/viec" search={{ queue: "all", ...search }} className={look}>
      {children}
    </Link>
  );
}
