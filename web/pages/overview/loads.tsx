import { Link } from "@tanstack/react-router";
import { classes } from "../../parts/classes.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { Card } from "./card.tsx";
import { wordsOfOverview } from "./words.ts";

type Row = { id: string | null; name: string | null; open: number; overdue: number; dueToday: number };

/** How much each unit, or each person, has to do; a name opens what is theirs. */
export function Loads({
  title,
  head,
  filter,
  rows,
}: {
  title: string;
  head: string;
  filter: "unit" | "ownerId";
  rows: Row[];
}) {
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
          {rows.slice(0, 12).map((row) => (
            <tr key={row.id ?? ""} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                <Link
                  to="/viec"
                  search={{ queue: "all", ...(row.id === null ? { unassigned: true } : { [filter]: row.id }) } as never}
                  className="flex min-h-9 items-center hover:underline"
                >
                  {row.name ?? words.none}
                </Link>
              </th>
              <Count value={row.open} />
              <Count value={row.overdue} className={row.overdue > 0 ? "font-medium text-late" : ""} />
              <Count value={row.dueToday} className={row.dueToday > 0 ? "text-soon" : ""} />
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Count({ value, className }: { value: number; className?: string }) {
  return <td className={classes("pl-3 text-right", className)}>{formatNumber(value)}</td>;
}
