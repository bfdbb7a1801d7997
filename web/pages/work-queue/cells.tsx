import { CirclePause, HeartHandshake, TriangleAlert } from "lucide-react";
import { Badge } from "../../parts/badge.tsx";
import { classes } from "../../parts/classes.ts";
import { ClockChip } from "../../parts/clock-chip.tsx";
import { useNow } from "../../parts/use-now.ts";
import { formatBriefly, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import type { ColumnId, Density } from "./columns.ts";
import { markWords } from "./marks.ts";
import type { Item } from "./use-rows.ts";
import { wordsOfQueue } from "./words.ts";

const SIZE = 14;
/** The server sends no more of the text. */
const EXCERPT_CHARS = 160;

/** What one column says of a complaint; the number is the link, and stands in the row itself. */
export function Cell({ item, column, density }: { item: Item; column: Exclude<ColumnId, "number">; density: Density }) {
  const words = useWords(wordsOfQueue);
  const packName = usePackName();
  const isRoomy = density === "roomy";
  switch (column) {
    case "clock":
      return <ClockCell item={item} isTight={!isRoomy} />;
    case "customer":
      return <Customer item={item} isRoomy={isRoomy} />;
    case "excerpt":
      return <Cut isRoomy={isRoomy}>{excerptOf(item)}</Cut>;
    case "kind":
      return <Cut isRoomy={isRoomy}>{packName(item.names.kind) ?? words.noKind}</Cut>;
    case "stage":
      return (
        <Cut isRoomy={isRoomy} className="text-ink">
          {packName(item.names.stage)}
        </Cut>
      );
    case "owner":
      return <Owner item={item} isRoomy={isRoomy} />;
    case "unit":
      return <Cut isRoomy={isRoomy}>{packName(item.names.unit)}</Cut>;
    case "channel":
      return <Cut isRoomy={isRoomy}>{packName(item.names.channel)}</Cut>;
    case "receivedAt":
      return <Received at={item.receivedAt} />;
    case "register":
      return <Cut isRoomy={isRoomy}>{packName(item.names.register)}</Cut>;
  }
}

/** The beginning of what was told; where more was, it says so. */
export function excerptOf({ excerpt }: Item): string {
  return excerpt.length < EXCERPT_CHARS ? excerpt : `${excerpt.trimEnd()}…`;
}

/** The nearest term with its name; where none runs, why not. */
export function ClockCell({ item, isTight }: { item: Item; isTight: boolean }) {
  const words = useWords(wordsOfQueue);
  const { dueAt, remaining, isPaused, names, closedAt } = item;
  const dueRule = usePackName()(names.dueRule);
  if (dueAt === null) {
    return isPaused ? (
      <Badge tone="paused" icon={<CirclePause size={SIZE} aria-hidden />}>
        {words.paused}
      </Badge>
    ) : (
      <span className="text-sm text-ink-3">{closedAt === null ? words.noTerm : words.isClosed}</span>
    );
  }
  return (
    <span className={isTight ? "flex min-w-0 items-center gap-2" : "flex min-w-0 flex-col items-start gap-0.5"}>
      <ClockChip clock={{ dueAt, remaining }} />
      {dueRule && (
        <span className="max-w-full min-w-0 truncate text-xs text-ink-3" title={dueRule}>
          {dueRule}
        </span>
      )}
    </span>
  );
}

/** The customer, with what makes the complaint come first. */
export function Customer({ item: { customerName, marks }, isRoomy }: { item: Item; isRoomy?: boolean }) {
  const words = useWords(wordsOfQueue);
  const called = useWords(markWords);
  const isVulnerable = marks.includes("vulnerable");
  const isUrgent = marks.includes("priority") || marks.includes("severe");
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span
        className={classes("min-w-0 font-medium text-ink", isRoomy ? "line-clamp-2" : "truncate")}
        title={customerName ?? undefined}
      >
        {customerName ?? words.anonymous}
      </span>
      {isVulnerable && (
        <span className="shrink-0 text-accent" title={called.vulnerable}>
          <HeartHandshake size={SIZE + 2} aria-hidden />
          <span className="sr-only">{called.vulnerable}</span>
        </span>
      )}
      {isUrgent && (
        <span className="shrink-0 text-soon" title={marks.includes("severe") ? called.severe : called.priority}>
          <TriangleAlert size={SIZE + 2} aria-hidden />
          <span className="sr-only">{marks.includes("severe") ? called.severe : called.priority}</span>
        </span>
      )}
    </span>
  );
}

function Owner({ item: { names }, isRoomy }: { item: Item; isRoomy: boolean }) {
  const words = useWords(wordsOfQueue);
  return names.owner === null ? (
    <span className={classes("truncate text-soon", isRoomy && "text-sm")}>{words.nobody}</span>
  ) : (
    <Cut isRoomy={isRoomy}>{names.owner}</Cut>
  );
}

export function Received({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={formatInstant(at)} className="truncate">
      {formatBriefly(at, now)}
    </time>
  );
}

/** One line, or two where there is room. */
function Cut({ children, isRoomy, className }: { children: string | null; isRoomy?: boolean; className?: string }) {
  return (
    <span
      className={classes("min-w-0", isRoomy ? "line-clamp-2 text-sm" : "truncate", className)}
      title={children ?? undefined}
    >
      {children}
    </span>
  );
}
