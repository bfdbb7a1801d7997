import { useAnswer } from "../../api/use-answer.ts";
import { Badge, type Tone } from "../../parts/badge.tsx";
import { ClockChip } from "../../parts/clock-chip.tsx";
import { formatDay, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { clocksOf, type Clock, type ComplaintFile, type Coordination } from "./file.ts";
import { Lines, Section } from "./section.tsx";
import { text, type Data } from "./timeline/happened.ts";
import { wordsOfComplaint, wordsOfSections } from "./words.ts";

const tones: Record<Coordination["status"], Tone> = {
  asked: "accent",
  confirmed: "accent",
  answered: "soon",
  accepted: "kept",
  returned: "late",
  withdrawn: "neutral",
};

/** Each question to a unit with its answer and its clocks, the latest first. */
export function CoordinationSection({ file }: { file: ComplaintFile }) {
  const words = useWords(wordsOfComplaint);
  const sections = useWords(wordsOfSections);
  const { coordinations, complaintId } = file.complaint;
  const { data } = useAnswer(...clocksOf(complaintId));
  const clocksFor = (coordinationId: string) =>
    data?.clocks.filter(({ scope, scopeId, status }) => {
      return scope === "coordination" && scopeId === coordinationId && status === "running";
    }) ?? [];
  return (
    <Section title={sections.coordination}>
      {coordinations.length === 0 && <p className="text-ink-2">{words.noCoordination}</p>}
      <ul className="flex flex-col gap-4">
        {coordinations.toReversed().map((each) => (
          <CoordinationItem
            key={each.coordinationId}
            coordination={each}
            clocks={clocksFor(each.coordinationId)}
            file={file}
          />
        ))}
      </ul>
    </Section>
  );
}

function CoordinationItem(shown: { coordination: Coordination; clocks: readonly Clock[]; file: ComplaintFile }) {
  const words = useWords(wordsOfComplaint);
  const { coordination, clocks, file } = shown;
  const { unit, status, askedAt, reminders, promisedRepairOn, repairDone } = coordination;
  const { question, answer } = saidOf(coordination, file);
  return (
    <li id={`coordination-${coordination.coordinationId}`}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{file.names.of("units", unit)}</span>
        <Badge tone={tones[status]}>{words[status]}</Badge>
        {clocks.map((clock) => (
          <ClockChip key={clock.clockId} clock={clock} />
        ))}
      </p>
      <p className="text-xs text-ink-3">
        {formatInstant(askedAt)}
        {reminders > 0 && ` · ${words.reminders(reminders)}`}
        {repairDone && ` · ${words.repairDone}`}
      </p>
      {question && <p className="mt-0.5 whitespace-pre-line">{question}</p>}
      <div className="mt-1 text-sm">
        <Lines
          lines={[
            { label: words.cause, value: answer && text(answer, "cause") },
            { label: words.measure, value: answer && text(answer, "measure") },
            { label: words.promisedRepair, value: promisedRepairOn && formatDay(promisedRepairOn) },
          ]}
        />
      </div>
    </li>
  );
}

/** What was asked, and the last answer to it. */
function saidOf({ coordinationId }: Coordination, { happenings }: ComplaintFile): { question: string; answer?: Data } {
  const about = happenings.events.filter(({ data }) => data["coordinationId"] === coordinationId);
  const asked = about.find(({ type }) => type === "CoordinationRequested");
  const answered = about.findLast(({ type }) => type === "CoordinationAnswered");
  return { question: asked ? text(asked.data, "question") : "", ...(answered ? { answer: answered.data } : {}) };
}
