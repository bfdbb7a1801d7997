import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Answer } from "../../api/ask.ts";
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
  return (
    <Card title={words.callBacks} anchor="call-backs">
      <Rows items={items} none={words.noCallBacks}>
        {(item) => (
          <>
            <span className="truncate text-ink-2">{[packName(item.name), item.owner].filter(Boolean).join(" · ")}</span>
            <ClockChip clock={item} />
          </>
        )}
      </Rows>
    </Card>
  );
}

export function Breaches({ items }: { items: Found["breaches"] }) {
  const words = useWords(wordsOfOverview);
  const packName = usePackName();
  return (
    <Card title={words.breaches}>
      <Rows items={items} none={words.noBreaches}>
        {(item) => (
          <>
            <span className="truncate text-ink-2">{[packName(item.name), item.owner].filter(Boolean).join(" · ")}</span>
            <Badge tone="late">{words.lateBy(formatDue(item.dueAt))}</Badge>
          </>
        )}
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
  children,
}: {
  items: readonly Item[];
  none: string;
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
            className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-0.5 rounded-lg px-2 py-1.5 hover:bg-sunken"
          >
            <span className="font-medium">{item.number}</span>
            <span className="min-w-0 grow truncate">{item.customerName}</span>
            {children(item)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
