import { Link } from "@tanstack/react-router";
import { CirclePause, FileQuestion, HeartHandshake, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Badge, type Tone } from "../../parts/badge.tsx";
import { ClockChip } from "../../parts/clock-chip.tsx";
import { formatDay } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { wordsOfClocks } from "./clocks/words.ts";
import { clocksOf, type Complaint, type ComplaintFile } from "./file.ts";
import { nearestDues } from "./nearest-dues.ts";
import { Presence } from "./presence.tsx";
import { wordOf } from "./timeline/value-words.ts";
import { searchOfIncident } from "../work-queue/queue-search.ts";
import { wordsOfComplaint } from "./words.ts";

const SIZE = 14;
const marks: Record<Complaint["marks"][number], { tone: Tone; icon?: ReactNode }> = {
  vulnerable: { tone: "accent", icon: <HeartHandshake size={SIZE} aria-hidden /> },
  priority: { tone: "soon", icon: <TriangleAlert size={SIZE} aria-hidden /> },
  severe: { tone: "late", icon: <TriangleAlert size={SIZE} aria-hidden /> },
  complex: { tone: "neutral" },
};

/** Stage, kind, marks, what is missing, and whose it is, in one line that wraps. */
export function Marks({ file: { complaint, edition, names } }: { file: ComplaintFile }) {
  const words = useWords(wordsOfComplaint);
  const packName = usePackName();
  const { names: called, missing, pause, outcome, level, round } = complaint;
  const missingNames = missing.map((id) => (id === "kind" ? words.kindMissing : names.field(id)));
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 px-1 text-sm text-ink-2 sm:px-2">
      {complaint.shownIn === "training" && (
        <strong className="rounded-md bg-ink px-1.5 py-0.5 text-xs font-medium text-page uppercase">
          {words.training}
        </strong>
      )}
      <Badge tone="accent">{packName(called.stage)}</Badge>
      <NearestDue complaintId={complaint.complaintId} />
      <span>{packName(called.kind) ?? words.noKind}</span>
      {complaint.marks.map((mark) => (
        <Badge key={mark} tone={marks[mark].tone} icon={marks[mark].icon}>
          {wordOf("mark", mark)}
        </Badge>
      ))}
      {missing.length > 0 && (
        <Badge tone="soon" icon={<FileQuestion size={SIZE} aria-hidden />} className="whitespace-normal">
          {words.toComplete}: {missingNames.join(", ")}
        </Badge>
      )}
      {pause && (
        <Badge tone="paused" icon={<CirclePause size={SIZE} aria-hidden />} className="whitespace-normal">
          {words.pausedSince(wordOf("pause", pause.reason), formatDay(pause.since))}
        </Badge>
      )}
      {outcome && (
        <span>
          {words.outcome}: {wordOf("outcome", outcome)}
        </span>
      )}
      {complaint.imported && <Badge>{words.imported}</Badge>}
      {(edition.levels !== 1 || level > 1) && (
        <span>
          {words.level} {level}
        </span>
      )}
      <span>
        {words.round} {round}
      </span>
      {called.unit && (
        <span>
          <span className="text-ink-3">{words.unit}:</span> {called.unit}
        </span>
      )}
      <span>
        <span className="text-ink-3">{words.owner}:</span> {called.owner ?? words.noOwner}
      </span>
      {called.register && (
        <span>
          <span className="text-ink-3">{words.register}:</span> {called.register}
        </span>
      )}
      <Links complaint={complaint} />
      <Presence complaintId={complaint.complaintId} />
    </div>
  );
}

/** What ends first, or is over the longest: it must be seen before anything else. What only the house waits for says so. */
function NearestDue({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfClocks);
  const { data } = useAnswer(...clocksOf(complaintId));
  const packName = usePackName();
  return nearestDues(data?.clocks ?? []).map((clock) => (
    <span key={clock.clockId} className="inline-flex min-w-0 items-center gap-1.5">
      <ClockChip clock={clock} />
      <span className="truncate">
        {clock.origin === "internal" && <span className="text-ink-3">{words.internal}: </span>}
        {packName(clock.name)}
      </span>
    </span>
  ));
}

function Links({ complaint: { links, names } }: { complaint: Complaint }) {
  const words = useWords(wordsOfComplaint);
  return links.map(({ linkId, to, as }) => {
    const target = names.links.find((each) => each.to === to);
    if (!target) return null;
    if (target.kind === "incident") {
      return (
        <span key={linkId}>
          <span className="text-ink-3">{words.incident}:</span>{" "}
          <Link to="/viec" search={searchOfIncident(target.id)} className="text-accent underline underline-offset-2">
            {target.name}
          </Link>
        </span>
      );
    }
    return (
      <span key={linkId}>
        <span className="text-ink-3">
          {words.linked} ({wordOf("link", as)}):
        </span>{" "}
        <Link
          to="/khieu-nai/$complaintId"
          params={{ complaintId: target.id }}
          className="text-accent underline underline-offset-2"
        >
          {target.name}
        </Link>
      </span>
    );
  });
}
