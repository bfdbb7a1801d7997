import { Check, MapPin } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { classes } from "../../parts/classes.ts";
import { useNow } from "../../parts/use-now.ts";
import { formatBriefly, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { actionsOf, type ComplaintFile } from "./file.ts";
import { groupsOf, stagesOf, type StageOnRail } from "./stages-of.ts";
import { wordsOfComplaint } from "./words.ts";

/** Every stage of the pack in its order: passed with their dates, the present one, those that may come next; the rest is counted, and named when asked for. */
export function StageRail({ file }: { file: ComplaintFile }) {
  const words = useWords(wordsOfComplaint);
  const rail = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const list = rail.current;
    const now = list?.querySelector<HTMLElement>("[aria-current]");
    // Not scrollIntoView: it would move the page as well.
    if (list && now) list.scrollLeft = now.offsetLeft - list.clientWidth / 3;
  }, []);
  return (
    <nav aria-label={words.stages} className="border-b border-line bg-surface print:border-0">
      <ol
        ref={rail}
        className="relative isolate flex items-start overflow-x-auto px-3 py-2.5 sm:px-4 print:flex-wrap print:px-0"
      >
        {groupsOf(stagesOf(file, useOpenStages(file))).map((group) => (
          <RailGroup key={group[0]?.id} group={group} />
        ))}
      </ol>
    </nav>
  );
}

/** Where one of the moves that are open to the reader leads. The actions beside it ask for the same. */
function useOpenStages({ complaint: { complaintId } }: ComplaintFile): ReadonlySet<string> {
  const { data } = useAnswer(...actionsOf(complaintId));
  const moves = data?.actions.flatMap((action) => action.moves ?? []) ?? [];
  return new Set(moves.flatMap(({ leadsTo }) => leadsTo ?? []));
}

function RailGroup({ group }: { group: readonly StageOnRail[] }) {
  const words = useWords(wordsOfComplaint);
  const [isOpen, setOpen] = useState(false);
  if (isOpen || group.length === 1) return group.map((each) => <RailStage key={each.id} stage={each} />);
  return (
    <li className="group relative flex w-26 shrink-0 flex-col items-center px-1 text-center text-xs print:hidden">
      <Line />
      <button
        type="button"
        title={group.map(({ name }) => name).join("\n")}
        onClick={() => setOpen(true)}
        className="relative flex min-h-11 flex-col items-center gap-1 rounded-lg text-ink-2 hover:text-ink hover:underline"
      >
        <Mark state="other" isOpen={false} />
        {words.moreStages(group.length)}
      </button>
    </li>
  );
}

/** From the stage before. */
function Line() {
  return (
    <span aria-hidden className="absolute top-[0.6875rem] right-1/2 -left-1/2 -z-10 h-px bg-line group-first:hidden" />
  );
}

function RailStage({ stage }: { stage: StageOnRail }) {
  const words = useWords(wordsOfComplaint);
  const now = useNow();
  const { name, state, at, sequence, times, moves, isOpen } = stage;
  const said = { passed: words.stagePassed, now: words.stageNow, next: words.stageMayCome, other: words.stageOther };
  const title = [
    `${name}: ${said[state]}${isOpen && state !== "now" ? `, ${words.stageOpen}` : ""}`,
    at && formatInstant(at),
    ...moves,
  ]
    .filter(Boolean)
    .join("\n");
  return (
    <li
      aria-current={state === "now" ? "step" : undefined}
      title={title}
      className={classes(
        "group relative flex w-26 shrink-0 flex-col items-center gap-1 px-1 text-center text-xs",

        state === "other" && "print:hidden",
      )}
    >
      <Line />
      <Mark state={state} isOpen={isOpen} />
      <span className={classes("leading-4", wordsLook[state])}>
        {sequence === null ? (
          <span className="line-clamp-2">{name}</span>
        ) : (
          <a href={`#fact-${sequence}`} className="line-clamp-2 hover:underline">
            {name}
          </a>
        )}
        <span className="sr-only">
          : {said[state]}
          {isOpen && state !== "now" && `, ${words.stageOpen}`}
        </span>
      </span>
      {at && (
        <time dateTime={at} className="text-ink-3">
          {formatBriefly(at, now)}
          {times > 1 && ` · ${words.times(times)}`}
        </time>
      )}
    </li>
  );
}

const wordsLook: Record<StageOnRail["state"], string> = {
  passed: "text-ink-2",
  now: "font-semibold text-accent-strong",
  next: "text-ink-2",
  other: "text-ink-3",
};

function Mark({ state, isOpen }: Pick<StageOnRail, "state" | "isOpen">) {
  if (state === "other") {
    return (
      <span className="relative flex size-[1.375rem] items-center justify-center">
        <span className="size-2 rounded-full bg-edge" />
      </span>
    );
  }
  const looks = {
    passed: "bg-kept-soft text-kept",
    now: "bg-accent text-on-accent",
    next: classes("border-dashed bg-surface", isOpen ? "border-2 border-accent" : "border border-edge"),
  };
  return (
    <span className={classes("relative flex size-[1.375rem] items-center justify-center rounded-full", looks[state])}>
      {state === "passed" && <Check size={14} strokeWidth={2.5} aria-hidden />}
      {state === "now" && <MapPin size={13} strokeWidth={2.5} aria-hidden />}
    </span>
  );
}
