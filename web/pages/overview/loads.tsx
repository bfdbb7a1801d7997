import { Link } from "@tanstack/react-router";
import { classes } from "../../parts/classes.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { QueueSearch } from "../work-queue/queue-search.ts";
import { Card } from "./card.tsx";
import { wordsOfOverview } from "./words.ts";

/** `search`: what is theirs; null: no list can be narrowed to it. */
export type Load = {
  id: string | null;
  name: string;
  search: QueueSearch | null;
  open: number;
  overdue: number;
  dueToday: number;
};

/** How much each unit, or each person, has to do; each number opens the complaints that it counts. */
export function Loads({ title, head, rows }: { title: string; head: string; rows: readonly Load[] }) {
  const words = useWords(wordsOfOverview);
  return (
    <Card title={title}>
      <table className="w-full">
        <thead>
          <tr className="text-left text-sm text-ink-3">
            <th className="py-1 font-medium">{head}</th>
            <th className="py-1 pl-3 text-right font-medium">{words.open}</th>
            <th className="py-1 pl-3 text-right font-medium">{words.overdue}</th>
            <th className="py-1 pl-3 text-right font-medium">{words.dueToday}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LoadRow key={row.id ?? ""} row={row} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function LoadRow({ row: { name, search, open, overdue, dueToday } }: { row: Load }) {
  const words = useWords(wordsOfOverview);
  const count = (value: number, what: string, narrowed: QueueSearch, tone = "") => (
    <td className="pl-3 text-right">
      <Count value={value} label={`${name}, ${what}`} search={search && { ...search, ...narrowed }} tone={tone} />
    </td>
  );
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1 text-left font-normal">
        {name}
      </th>
      {count(open, words.open, {})}
      {count(overdue, words.overdue, { due: "overdue" }, "font-medium text-late")}
      {count(dueToday, words.dueToday, { due: "today" }, "text-soon")}
    </tr>
  );
}

type CountProps = { value: number; label: string; search: QueueSearch | null; tone: string };

/** Nothing opens an empty list. */
function Count({ value, label, search, tone }: CountProps) {
  const text = formatNumber(value);
  if (value === 0 || search === null) {
    return <span className="inline-flex min-h-11 items-center sm:min-h-9">{text}</span>;
  }
  return (
    <Link
      to="/viec"
      search={{ queue: "all", ...search }}
      aria-label={`${label}: ${text}`}
      className={classes(
        "inline-flex min-h-11 min-w-11 items-center justify-end underline decoration-edge underline-offset-4 hover:decoration-current sm:min-h-9 sm:min-w-9",
        tone,
      )}
    >
      {text}
    </Link>
  );
}
