import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { ClockChip } from "../../parts/clock-chip.tsx";
import { formatDay, formatDue } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { Card } from "./card.tsx";
import { wordsOfOverview } from "./words.ts";

type Found = Answer<"GET /overview">;

export function CallBacks({ items }: { items: Found["callBacks"] }) {
  const words = useWords(wordsOfOverview);
  const packName = usePackName();
  const others = useAnswer("GET /call-backs", { query: { limit: 100 } }).data?.callBacks ?? [];
  return (
    <Card
      title={words.callBacks}
      anchor="call-backs"
      aside={
        <Link to="/dien-thoai" className="inline-flex min-h-6 items-center text-accent underline underline-offset-2">
          {words.otherCalls(others.length)}
        </Link>
      }
    >
      <Rows
        items={items}
        none={words.noCallBacks}
        below={(item) => [packName(item.name), item.owner].filter(Boolean).join(" · ")}
      >
        {(item) => <ClockChip clock={item} />}
      </Rows>
    </Card>
  );
}

export function Breaches({ items }: { items: Found["breaches"] }) {
  const words = useWords(wordsOfOverview);
  const packName = usePackName();
  return (
    <Card title={words.breaches}>
      <Rows
        items={items}
        none={words.noBreaches}
        below={(item) => [packName(item.name), item.owner].filter(Boolean).join(" · ")}
      >
        {(item) => <Badge tone="late">{words.lateBy(formatDue(item.dueAt))}</Badge>}
      </Rows>
    </Card>
  );
}

export function Oldest({ items }: { items: Found["oldest"] }) {
  const words = useWords(wordsOfOverview);
  return (
    <Card title={words.oldest}>
      <Rows items={items.slice(0, 8)} none={words.nothingOpen}>
        {(item) => <span className="text-ink-2">{words.receivedAt(formatDay(item.receivedAt))}</span>}
      </Rows>
    </Card>
  );
}

type Row = { complaintId: string; number: string; customerName: string | null; clockId?: string };

function Rows<Item extends Row>({
  items,
  none,
  below,
  children,
}: {
  items: readonly Item[];
  none: string;
  /** The second line. */
  below?: (item: Item) => string;
  /** At the end of the first. */
  children: (item: Item) => ReactNode;
}) {
  if (items.length === 0) return <p className="text-ink-2">{none}</p>;
  return (
    <ul className="-mx-2">
      {items.map((item) => (
        <li key={`${item.complaintId} ${item.clockId ?? ""}`}>
          <Link
            to="/khieu-nai/$complaintId"
            params={{ complaintId: item.complaintId }}
            className="grid min-h-10 grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 rounded-lg px-2 py-1.5 hover:bg-sunken sm:grid-cols-[8.5rem_minmax(0,1fr)_auto]"
          >
            <span className="font-medium">{item.number}</span>
            <span className="truncate max-sm:order-last max-sm:col-span-2">{item.customerName}</span>
            <span className="text-right">{children(item)}</span>
            {below && (
              <span className="order-last col-span-full truncate text-sm text-ink-2 sm:col-start-2">{below(item)}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
