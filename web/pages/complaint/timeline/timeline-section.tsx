import { useState } from "react";
import { useAnswer } from "../../../api/use-answer.ts";
import { classes } from "../../../parts/classes.ts";
import { useWords } from "../../../words/language.ts";
import { Empty } from "../../../parts/states.tsx";
import type { ComplaintFile } from "../file.ts";
import { Section } from "../section.tsx";
import { wordsOfSections } from "../words.ts";
import { ArrivalMoment, type Arrival } from "./arrival-moment.tsx";
import { groups, type Group } from "./happened.ts";
import { MomentItem } from "./moment-item.tsx";
import { countsOf, momentsOf, withoutSignatures, type Moment } from "./moments.ts";
import { wordsOfTimeline } from "./words.ts";

/** Everything that happened, the latest first; on paper from the beginning. */
export function TimelineSection({ file }: { file: ComplaintFile }) {
  const words = useWords(wordsOfTimeline);
  const sections = useWords(wordsOfSections);
  const [chosen, setChosen] = useState<ReadonlySet<Group>>(new Set());
  const events = withoutSignatures(file.happenings.events);
  const moments = momentsOf(events, chosen);
  const { complaintId } = file.complaint;
  const arrivals = useAnswer("GET /complaints/:complaintId/arrivals", { params: { complaintId } }).data?.arrivals ?? [];
  const rows = inTime(moments, chosen.size === 0 || chosen.has("letters") ? arrivals : []);
  return (
    <Section
      title={sections.timeline}
      aside={<GroupFilter chosen={chosen} onChoose={setChosen} counts={countsOf(events)} />}
    >
      {rows.length === 0 && <Empty title={words.nothing} />}
      <ol className="flex flex-col print:flex-col-reverse">
        {rows.map((row) =>
          "arrivalId" in row ? (
            <ArrivalMoment key={row.arrivalId} arrival={row} />
          ) : (
            <MomentItem key={row.key} moment={row} file={file} cameAs={cameAs(row, arrivals)} />
          ),
        )}
      </ol>
    </Section>
  );
}

/** With what came in and made no fact; both the latest first. */
function inTime(moments: readonly Moment[], arrivals: readonly Arrival[]): (Moment | Arrival)[] {
  const noted = arrivals.filter(({ into }) => into === null).toReversed();
  const rows: (Moment | Arrival)[] = [];
  for (const moment of moments) {
    while (noted[0] && noted[0].receivedAt > moment.recordedAt) rows.push(...noted.splice(0, 1));
    rows.push(moment);
  }
  return [...rows, ...noted];
}

/** What the facts of a moment were made of, where they came in by a connected channel. */
function cameAs({ facts }: Moment, arrivals: readonly Arrival[]): Arrival | undefined {
  return arrivals.find(({ into }) => into !== null && facts.some(({ sequence }) => sequence === into.sequence));
}

function GroupFilter(shown: {
  chosen: ReadonlySet<Group>;
  onChoose: (chosen: ReadonlySet<Group>) => void;
  counts: ReadonlyMap<Group, number>;
}) {
  const words = useWords(wordsOfTimeline);
  const { chosen, onChoose, counts } = shown;
  const toggled = (group: Group) => {
    const next = new Set(chosen);
    if (!next.delete(group)) next.add(group);
    return next;
  };
  return (
    <div role="group" aria-label={words.show} className="no-print flex flex-wrap gap-1">
      <Toggle isOn={chosen.size === 0} onClick={() => onChoose(new Set())}>
        {words.all}
      </Toggle>
      {groups
        .filter((group) => counts.has(group))
        .map((group) => (
          <Toggle key={group} isOn={chosen.has(group)} onClick={() => onChoose(toggled(group))}>
            {words[group]} <span className="text-ink-3">{counts.get(group)}</span>
          </Toggle>
        ))}
    </div>
  );
}

function Toggle({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className={classes(
        "min-h-11 rounded-lg px-2.5 text-sm sm:min-h-9",
        isOn ? "bg-accent-soft font-medium text-accent-strong" : "text-ink-2 hover:bg-sunken",
      )}
    >
      {children}
    </button>
  );
}
