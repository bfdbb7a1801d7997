import { CircleCheck, CirclePause, CircleSlash, Clock, TriangleAlert } from "lucide-react";
import { formatDue, formatRemaining } from "../words/format.ts";
import { useWords } from "../words/language.ts";
import { useNow } from "./use-now.ts";
import { Badge, type Tone } from "./badge.tsx";
import { wordsOfParts } from "./words.ts";

export type ShownClock = {
  dueAt: string;
  /** Working time to the due, as the server counted it; null where its calendar does not know the day. */
  remaining: { workingMs: number; isElapsed: boolean; openDays: number } | null;
  status?: "running" | "paused" | "met" | "late" | "void";
};

/** Below this much working time a term is in danger. */
const SOON_MS = 8 * 3_600_000;

/** How a clock stands, in colour, sign and words: never in colour alone. */
export function toneOfClock({ dueAt, remaining, status = "running" }: ShownClock, now: string): Tone {
  if (status === "paused") return "paused";
  if (status === "met") return "kept";
  if (status === "late") return "late";
  if (status === "void") return "neutral";
  if (dueAt <= now) return "late";
  return remaining && remaining.workingMs <= SOON_MS ? "soon" : "neutral";
}

const SIZE = 14;
const icons: Record<Tone, React.ReactNode> = {
  neutral: <Clock size={SIZE} aria-hidden />,
  accent: <Clock size={SIZE} aria-hidden />,
  soon: <Clock size={SIZE} aria-hidden />,
  late: <TriangleAlert size={SIZE} aria-hidden />,
  kept: <CircleCheck size={SIZE} aria-hidden />,
  paused: <CirclePause size={SIZE} aria-hidden />,
};

/** `Còn 1 ngày 3 giờ`, `Quá 2 giờ`; the due instant itself is in its title. */
export function ClockChip({ clock }: { clock: ShownClock }) {
  const now = useNow();
  const words = useWords(wordsOfParts);
  const tone = toneOfClock(clock, now);
  const { status = "running", dueAt, remaining } = clock;
  const text =
    status === "running"
      ? remaining
        ? formatRemaining({ ...remaining, isOver: dueAt <= now, dueAt })
        : formatDue(dueAt)
      : words[status];
  return (
    <Badge tone={tone} icon={status === "void" ? <CircleSlash size={SIZE} aria-hidden /> : icons[tone]}>
      <time dateTime={dueAt} title={formatDue(dueAt)}>
        {text}
      </time>
    </Badge>
  );
}
