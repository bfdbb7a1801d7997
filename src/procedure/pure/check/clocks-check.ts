import type { ClockRule, Trigger } from "../edition/clocks.ts";
import type { Edition } from "../edition/edition.ts";
import { parseTerm } from "../term/term.ts";
import { followingEvents, verbEvents } from "../verb-events.ts";
import type { ClockScope } from "../vocabulary.ts";
import { stagesUnderClock } from "./clock-coverage.ts";
import type { EventFields } from "./event-fields.ts";
import { findWitness } from "./facts.ts";
import { livingCandidates } from "./moves-check.ts";
import { answersTo, stageEntered, waysOf, type Occurrence } from "./occurrences.ts";
import type { Finding, Path } from "./problem.ts";
import { isOpen, type StageGraph } from "./stage-graph.ts";

/** Every clock can start and can stop, is counted on the calendar that its origin asks for, and can do what a breach orders. */
export function checkClocks(edition: Edition, graph: StageGraph, fields?: EventFields): Finding[] {
  const writings = writingsOf(edition, graph);
  return edition.clocks.flatMap((clock, index) => {
    const path = ["clocks", index];
    return [
      ...checkStartsAndStops({ edition, graph, clock, path, writings }),
      ...checkCalendar({ edition, clock, path }),
      ...checkEscalation({ edition, graph, clock, path }),
      ...checkItem({ clock, path, fields }),
      ...checkAgainstLaw({ edition, clock, path }),
    ];
  });
}

type Writing = { at: string; to: string; occurrence: Occurrence };
type ClockAt = { edition: Edition; graph: StageGraph; clock: ClockRule; path: Path };

/** Every fact that can be written from registration on, with the stage it is written at and the one it leaves. */
function writingsOf(edition: Edition, graph: StageGraph): Writing[] {
  const begin = { at: edition.begins, to: edition.begins };
  const writings: Writing[] = [
    { ...begin, occurrence: { type: "ComplaintRegistered", known: new Map() } },
    { ...begin, occurrence: stageEntered(edition, edition.begins) },
  ];
  for (const stage of graph.reachableFrom([edition.begins])) {
    for (const candidate of livingCandidates({ edition, graph, stage })) {
      const to = graph.after(stage, candidate);
      const enters = candidate.move.leadsTo !== undefined || candidate.move.verb === "reopen";
      const ways = waysOf({ edition, move: candidate.move, to: enters ? to : undefined });
      for (const occurrence of ways.flat()) writings.push({ at: stage, to, occurrence });
    }
  }
  return writings;
}

/**
 * A law's clock is not the pack's to mend: that it never starts here, or can only end void, is a warning. Of its own
 * clocks a pack must say how each is kept; void alone would leave every indicator empty.
 */
function checkStartsAndStops({ edition, graph, clock, path, writings }: ClockAt & { writings: Writing[] }): Finding[] {
  const leftBy = (triggers: Trigger[], ahead?: ReadonlySet<string>): string[][] =>
    triggers.map((trigger) => stagesLeftBy({ trigger, edition, writings, ahead }));
  const starts = leftBy(clock.start);
  const ahead = graph.reachableFrom(starts.flat());
  const stops = leftBy(clock.stop, ahead);
  const canEnd = {
    start: starts.flat().length > 0,
    stop: stops.flat().length > 0,
    void: leftBy(clock.void, ahead).flat().length > 0,
  };
  const findings = [
    ...deadGuards(clock.start, [...path, "start"], edition),
    ...deadGuards(clock.stop, [...path, "stop"], edition),
  ];
  const never = !canEnd.start ? "start" : !canEnd.stop ? "stop" : undefined;
  if (never) {
    const isMild = clock.origin === "law" && (never === "start" || canEnd.void);
    const what =
      never === "start" ? "can never start here" : canEnd.void ? "can only end void" : "can start and then never stop";
    const message = `The clock "${clock.id}" ${what}: ${clock[never].map((trigger) => whyNever(trigger, edition)).join("; ")}.`;
    const mend =
      "Add a move that writes such a fact, or name a fact that some reachable move writes, with values that it can have.";
    findings.push({
      severity: isMild ? "warning" : "error",
      path: [...path, never],
      code: `clock-never-${never}s`,
      message,
      mend,
    });
  }
  return findings;
}

function deadGuards(triggers: Trigger[], path: Path, edition: Edition): Finding[] {
  return triggers.flatMap(({ when }, index): Finding[] => {
    if (when === undefined || findWitness({ edition, guards: [when] })) return [];
    const message = "The guard of this trigger can never hold.";
    return [
      {
        severity: "error",
        path: [...path, index, "when"],
        code: "guard-never-holds",
        message,
        mend: "Mend the guard, or remove the trigger.",
      },
    ];
  });
}

function stagesLeftBy({
  trigger,
  edition,
  writings,
  ahead,
}: {
  trigger: Trigger;
  edition: Edition;
  writings: Writing[];
  ahead: ReadonlySet<string> | undefined;
}): string[] {
  if (trigger.when && !findWitness({ edition, guards: [trigger.when] })) return [];
  if (followingEvents.includes(trigger.on)) return [...(ahead ?? edition.stages.map(({ id }) => id))];
  return writings.flatMap(({ at, to, occurrence }) =>
    (ahead === undefined || ahead.has(at)) && answersTo({ trigger, occurrence, stage: to, edition }) !== false
      ? [to]
      : [],
  );
}

function whyNever(trigger: Trigger, edition: Edition): string {
  if (trigger.when && !findWitness({ edition, guards: [trigger.when] }))
    return `the guard on ${trigger.on} can never hold`;
  const verbs = Object.entries(verbEvents).flatMap(([verb, { sure, maybe }]) =>
    [...sure, ...maybe].includes(trigger.on) ? [verb] : [],
  );
  const values = trigger.with ? ` with ${JSON.stringify(trigger.with)}` : "";
  if (trigger.on === "StageEntered") return `no way leads into that stage${values} from there`;
  return `${trigger.on}${values} is written by "${verbs.join('" or "')}", for which no move is reachable from there`;
}

function checkCalendar({ edition, clock, path }: { edition: Edition; clock: ClockRule; path: Path }): Finding[] {
  if (clock.origin === "law" && clock.calendar !== "national") {
    const message = `The law's clock "${clock.id}" is counted on the calendar "${clock.calendar}".`;
    return [
      {
        severity: "error",
        path: [...path, "calendar"],
        code: "law-calendar",
        message,
        mend: "Write calendar: national.",
      },
    ];
  }
  if (clock.calendar === "own" && !edition.ownCalendar) {
    const message = `"${clock.id}" is counted on the procedure's own calendar, and there is none.`;
    return [
      {
        severity: "error",
        path: [...path, "calendar"],
        code: "no-own-calendar",
        message,
        mend: "Add ownCalendar, or name another calendar.",
      },
    ];
  }
  return [];
}

/** A breach that hands the complaint to the next level needs a move by which the system may do so. */
function checkEscalation({ edition, graph, clock, path }: ClockAt): Finding[] {
  if (!clock.onBreach.some((action) => "escalate" in action)) return [];
  const under = stagesUnderClock(edition, graph, clock).filter((stage) =>
    isOpen(graph.stages.get(stage)?.phase ?? "closed"),
  );
  const without = under.filter(
    (stage) => !graph.candidatesAt(stage).some(({ move }) => move.verb === "escalate" && move.by.includes("system")),
  );
  if (without.length === 0) return [];
  const message = `A breach of "${clock.id}" escalates, and these stages have no escalate move by "system": ${without.join(", ")}.`;
  const severity = without.length === under.length ? "error" : "warning";
  return [
    {
      severity,
      path: [...path, "onBreach"],
      code: "breach-cannot-escalate",
      message,
      mend: "Add `escalate` with by: [system] there, or another action.",
    },
  ];
}

const itemFields: Readonly<Partial<Record<ClockScope, readonly string[]>>> = {
  coordination: ["coordinationId"],
  appointment: ["appointmentId", "nextAppointmentId"],
  promise: ["promises"],
  remedy: ["remedyId"],
  action: ["actionId", "watchId"],
};

/** A clock that is counted for an item starts only on facts about such an item; a day named in a fact must be a field of it. */
function checkItem({
  clock,
  path,
  fields,
}: {
  clock: ClockRule;
  path: Path;
  fields: EventFields | undefined;
}): Finding[] {
  if (!fields) return [];
  const wanted = itemFields[clock.scope];
  const named =
    typeof clock.term === "string" ? undefined : "dayIn" in clock.term ? clock.term.dayIn : clock.term.instantIn;
  return clock.start.flatMap((trigger, index): Finding[] => {
    const known = fields[trigger.on];
    const at = { severity: "error" as const, path: [...path, "start", index, "on"] };
    if (!known) return [];
    if (wanted && !wanted.some((field) => field in known)) {
      const message = `"${clock.id}" is counted for one ${clock.scope} each, and ${trigger.on} is not about one.`;
      return [
        { ...at, code: "scope-without-item", message, mend: "Choose another scope, or a fact about such an item." },
      ];
    }
    // The day of a promise stands in each promise of the reply; a term with `otherwise` does without the field.
    if (named === undefined || clock.scope === "promise" || named in known || isCarriedByAnother(clock, named, fields))
      return [];
    const message = `"${clock.id}" ends on the day or instant in "${named}", which ${trigger.on} does not carry.`;
    return [
      {
        ...at,
        path: [...path, "term"],
        code: "unknown-term-field",
        message,
        mend: `It carries: ${Object.keys(known).join(", ")}.`,
      },
    ];
  });
}

function isCarriedByAnother({ term, start }: ClockRule, field: string, fields: EventFields): boolean {
  const hasOther = typeof term !== "string" && "otherwise" in term && term.otherwise !== undefined;
  return hasOther && start.some(({ on }) => field in (fields[on] ?? {}));
}

function checkAgainstLaw({ edition, clock, path }: { edition: Edition; clock: ClockRule; path: Path }): Finding[] {
  if (clock.origin !== "procedure" || typeof clock.term !== "string") return [];
  const { term, purpose } = clock;
  return edition.clocks.flatMap((law): Finding[] => {
    if (law.origin !== "law" || law.purpose !== purpose || typeof law.term !== "string") return [];
    const [promised, allowed] = [roughDays(term), roughDays(law.term)];
    if (promised === undefined || allowed === undefined || promised <= allowed) return [];
    const message = `"${clock.id}" promises ${term} (${sourceText(clock)}), and the law's "${law.id}" allows ${law.term} (${sourceText(law)}).`;
    const mend =
      "Both run, and the earlier one is shown as the one to keep; say in a reading that the text was meant so.";
    return [{ severity: "warning", path: [...path, "term"], code: "longer-than-the-law", message, mend }];
  });
}

/** Days from start to end as they usually fall: a working day is 7/5 of a day, a working hour 1/8 of a working day. */
function roughDays(text: string): number | undefined {
  const parsed = parseTerm(text);
  if (!parsed.ok) return undefined;
  const { amount, unit, counting } = parsed.term;
  const days = { minutes: 1 / 1440, hours: 1 / 24, days: 1, weeks: 7, months: 30.4 }[unit] * amount;
  if (counting !== "working") return days;
  return unit === "days" ? days * 1.4 : days * 3 * 1.4;
}

function sourceText({ source }: ClockRule): string {
  return typeof source === "string" ? source : source.join(", ");
}
