import { ListChecks } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../../api/use-answer.ts";
import { IconButton } from "../../../parts/button.tsx";
import { ClockChip } from "../../../parts/clock-chip.tsx";
import { Failed, Loading } from "../../../parts/states.tsx";
import { formatDue, formatInstant } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import { usePackName } from "../../../words/pack-names.ts";
import { clocksOf, type Clock } from "../file.ts";
import { Section } from "../section.tsx";
import { wordsOfSections } from "../words.ts";
import { ProofDialog } from "./proof-dialog.tsx";
import { wordsOfClocks } from "./words.ts";

/** Own promises and the law's duties side by side, internal terms below, what has ended folded away. */
export function ClocksSection({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfClocks);
  const sections = useWords(wordsOfSections);
  const { data, error, refetch } = useAnswer(...clocksOf(complaintId));
  const [proven, setProven] = useState<Clock>();
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  const open = data.clocks.filter(isOpen).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const ended = data.clocks.filter((clock) => !isOpen(clock));
  const of = (origin: Clock["origin"]) => open.filter((clock) => clock.origin === origin);
  return (
    <Section title={sections.clocks}>
      {open.length === 0 && <p className="text-ink-2">{words.none}</p>}
      {of("procedure").length + of("law").length > 0 && (
        <div className="grid grid-cols-2 gap-4">
          <ClockList title={words.promises} clocks={of("procedure")} among={open} onProof={setProven} />
          <ClockList title={words.law} clocks={of("law")} among={open} onProof={setProven} />
        </div>
      )}
      {of("internal").length > 0 && (
        <div className="mt-3 border-t border-line pt-3 first:mt-0 first:border-0 first:pt-0">
          <ClockList title={words.internal} clocks={of("internal")} among={open} onProof={setProven} />
        </div>
      )}
      {ended.length > 0 && (
        <details className="mt-3 border-t border-line pt-2" name="ended-clocks">
          <summary className="py-1.5 text-sm font-medium text-ink-2">{words.ended(ended.length)}</summary>
          <ClockList clocks={ended.toReversed()} among={open} onProof={setProven} />
        </details>
      )}
      <ProofDialog complaintId={complaintId} clock={proven} onClose={() => setProven(undefined)} />
    </Section>
  );
}

/** One of all, where there are several that run: the one that is due first. */
function isDueFirst(clock: Clock, clocks: readonly Clock[]): boolean {
  const running = clocks.filter(({ status }) => status === "running");
  return running.length > 1 && running.every((each) => each === clock || clock.dueAt < each.dueAt);
}

function isOpen({ status }: Clock): boolean {
  return status === "running" || status === "paused";
}

type ClockListProps = {
  title?: string;
  clocks: readonly Clock[];
  among: readonly Clock[];
  onProof: (clock: Clock) => void;
};

function ClockList(shown: ClockListProps) {
  const words = useWords(wordsOfClocks);
  return (
    <div className="min-w-0">
      {shown.title && <h3 className="mb-1.5 text-xs font-medium text-ink-3">{shown.title}</h3>}
      {shown.clocks.length === 0 && <p className="text-sm text-ink-3">{words.noneOfKind}</p>}
      <ul className="flex flex-col gap-3">
        {shown.clocks.map((clock) => (
          <ClockLine
            key={clock.clockId}
            clock={clock}
            isFirst={isDueFirst(clock, shown.among)}
            onProof={() => shown.onProof(clock)}
          />
        ))}
      </ul>
    </div>
  );
}

function ClockLine({ clock, isFirst, onProof }: { clock: Clock; isFirst: boolean; onProof: () => void }) {
  const words = useWords(wordsOfClocks);
  const { clockId, dueAt, endedAt } = clock;
  const name = usePackName()(clock.name);
  return (
    <li id={`clock-${clockId}`} className="text-sm">
      <div className="flex items-center justify-between gap-1">
        <ClockChip clock={clock} />
        <span className="no-print">
          <IconButton label={words.proofOf(name)} onClick={onProof}>
            <ListChecks size={16} aria-hidden />
          </IconButton>
        </span>
      </div>
      <p className={isFirst ? "font-medium" : undefined}>{name}</p>
      <p className="text-ink-3">{endedAt ? words.endedAt(formatInstant(endedAt)) : words.due(formatDue(dueAt))}</p>
      {isFirst && <p className="text-xs text-accent-strong">{words.first}</p>}
    </li>
  );
}
