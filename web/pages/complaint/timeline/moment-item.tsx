import { ArrowRightLeft, Bot, Clock, Mail, NotebookPen, Phone, Users } from "lucide-react";
import { classes } from "../../../parts/classes.ts";
import { formatInstant } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import type { ComplaintEvent, ComplaintFile } from "../file.ts";
import type { Names } from "../names.ts";
import { CameAs, type Arrival } from "./arrival-moment.tsx";
import { eventWords, titleOf } from "./event-words.ts";
import { FactBody } from "./fact-body.tsx";
import type { Group } from "./happened.ts";
import type { Moment } from "./moments.ts";
import { wordsOfTimeline } from "./words.ts";

const icons: Record<Group, typeof Clock> = {
  calls: Phone,
  letters: Mail,
  solving: Users,
  notes: NotebookPen,
  clocks: Clock,
  changes: ArrowRightLeft,
};

/** What was done at one moment: who, when, what, and in small letters what followed from it. */
export function MomentItem({
  moment,
  file,
  cameAs,
}: {
  moment: Moment;
  file: ComplaintFile;
  /** What its facts were made of. */
  cameAs: Arrival | undefined;
}) {
  const { facts, following, at } = moment;
  const [first = following[0]] = facts;
  if (!first) return null;
  const Icon = moment.actor.kind === "system" ? Bot : icons[eventWords[first.type].group];
  const isNote = first.type === "NoteWritten";
  return (
    <li className="relative grid grid-cols-[1.75rem_1fr] gap-x-3 pb-4 before:absolute before:top-8 before:bottom-0 before:left-[0.84rem] before:w-px before:bg-line last:before:hidden print:break-inside-avoid">
      <span className="flex size-7 items-center justify-center rounded-full bg-sunken text-ink-2">
        <Icon size={15} aria-hidden />
      </span>
      <div className={classes("min-w-0", isNote && "rounded-lg bg-soon-soft px-3 py-2")}>
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <Who moment={moment} names={file.names} />
          <time dateTime={at} className={classes("text-xs", isNote ? "text-ink-2" : "text-ink-3")}>
            {formatInstant(at)}
          </time>
        </p>
        {facts.map((fact) => (
          <Fact key={fact.sequence} fact={fact} file={file} />
        ))}
        {cameAs && <CameAs arrival={cameAs} />}
        <Following facts={following} isFolded={facts.length > 0 && following.length > FOLDED_FROM} file={file} />
      </div>
    </li>
  );
}

function Fact({ fact, file }: { fact: ComplaintEvent; file: ComplaintFile }) {
  const isBreach = fact.type === "ClockBreached";
  return (
    <div className="mt-0.5 scroll-mt-32" id={`fact-${fact.sequence}`}>
      <p className={classes("font-medium", isBreach && "text-late")}>{titleOf(fact, file.names)}</p>
      <FactBody fact={fact} file={file} />
    </div>
  );
}

/** What followed by itself. Where it is much, only the stage that was entered stands there at once. */
function Following(shown: { facts: readonly ComplaintEvent[]; isFolded: boolean; file: ComplaintFile }) {
  const { facts, isFolded, file } = shown;
  const words = useWords(wordsOfTimeline);
  const lines = facts.map((fact) => (
    <p key={fact.sequence} id={`fact-${fact.sequence}`} className="scroll-mt-32 text-sm text-ink-3">
      {titleOf(fact, file.names)}
    </p>
  ));
  if (!isFolded) return lines;
  const isOpen = (place: number) => facts[place]?.type === "StageEntered";
  return (
    <>
      {lines.filter((_line, place) => isOpen(place))}
      <details>
        <summary className="text-sm text-ink-3 hover:text-ink">
          {words.following(lines.filter((_line, place) => !isOpen(place)).length)}
        </summary>
        {lines.filter((_line, place) => !isOpen(place))}
      </details>
    </>
  );
}

const FOLDED_FROM = 2;

function Who({ moment: { actor, at, recordedAt }, names }: { moment: Moment; names: Names }) {
  const words = useWords(wordsOfTimeline);
  const isLate = Date.parse(recordedAt) - Date.parse(at) > LATE_MS;
  const by =
    actor.kind === "person"
      ? actor.deputyFor
        ? words.insteadOf(names.person(actor.personId), names.person(actor.deputyFor))
        : names.person(actor.personId)
      : actor.kind === "customer"
        ? words.customer
        : actor.kind === "link"
          ? words.link
          : words.system;
  return (
    <span className="text-sm text-ink-2">
      {by}
      {isLate && actor.kind === "person" && (
        <span className="text-xs text-ink-3"> ({words.writtenLate(formatInstant(recordedAt))})</span>
      )}
    </span>
  );
}

/** Written down so long after it happened, a reader wants to know. */
const LATE_MS = 30 * 60_000;
