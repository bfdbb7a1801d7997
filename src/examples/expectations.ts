import { allowedActions } from "../complaint/allowed-actions.ts";
import type { Clock, Complaint } from "../complaint/state.ts";
import { withOffset } from "../procedure/pure/instant.ts";
import type { EventType } from "../procedure/pure/vocabulary.ts";
import { isWait, type Expect } from "./examples-file.ts";
import { actorOf, type PlayedStep } from "./play-example.ts";

/** What a step was expected to leave, and what it left instead. */
export type Miss = { what: string; expected: string; actual: string };

/** Everything in which a played step differs from what it says must hold; none: it went as written. */
export function missesOf(played: PlayedStep, offsetMinutes: number): Miss[] {
  const { step, complaint, refusal, mistake, fired, events } = played;
  if (mistake !== null) return [{ what: "with", expected: "handles that name something", actual: mistake }];
  const expect: Expect = step.expect;
  const refused = isWait(step) ? [] : refusalMisses(expect, refusal);
  if (refused.length > 0) return refused;
  return [
    ...(complaint ? stateMisses(expect, complaint) : []),
    ...(complaint ? clockMisses(expect, complaint, offsetMinutes) : []),
    ...eventMisses(
      expect.events,
      events.map(({ type }) => type),
    ),
    ...wholeList(
      "warned",
      expect.warned,
      fired.flatMap((event) => (event.type === "ClockWarned" ? [event.data.rule] : [])),
    ),
    ...wholeList(
      "breached",
      expect.breached,
      fired.flatMap((event) => (event.type === "ClockBreached" ? [event.data.rule] : [])),
    ),
    ...(complaint ? actionMisses(expect.actions ?? [], complaint, played) : []),
  ];
}

function refusalMisses({ refused }: Expect, refusal: PlayedStep["refusal"]): Miss[] {
  const actual = refusal === null ? "accepted" : `refused: ${refusal.code} – ${refusal.vi}`;
  if (refused === undefined) return refusal ? [{ what: "refused", expected: "accepted", actual }] : [];
  return refusal?.code === refused ? [] : [{ what: "refused", expected: `refused: ${refused}`, actual }];
}

function stateMisses(expect: Expect, complaint: Complaint): Miss[] {
  const outcome = "outcome" in complaint ? complaint.outcome : "none";
  const open = complaint.papersOwed.filter(({ issuedAs }) => issuedAs === null).map(({ duty }) => duty);
  return [
    ...same("stage", expect.stage, complaint.stage),
    ...same("phase", expect.phase, complaint.phase),
    ...same("unit", expect.unit, complaint.unit),
    ...same("level", expect.level, complaint.level),
    ...same("round", expect.round, complaint.round),
    ...same("outcome", expect.outcome, outcome),
    ...wholeList("marks", expect.marks, complaint.marks),
    ...wholeList("missing", expect.missing, complaint.missing),
    ...wholeList("papersOwed", expect.papersOwed, open),
    ...wholeList(
      "remedies",
      expect.remedies,
      complaint.remedies.map(({ status }) => status),
    ),
    ...Object.entries(expect.coordinations ?? {}).flatMap(([unit, status]) => {
      const request = complaint.coordinations.findLast((each) => each.unit === unit);
      return same(`coordinations.${unit}`, status, request?.status ?? "none");
    }),
    ...timeBarMisses(expect.timeBar, complaint),
  ];
}

function timeBarMisses(expected: Expect["timeBar"], { timeBar }: Complaint): Miss[] {
  if (expected === undefined) return [];
  if (expected === "none" || timeBar === null)
    return same("timeBar", expected === "none" ? "none" : "a time-bar", timeBar === null ? "none" : timeBar.rule);
  return Object.entries(expected).flatMap(([name, value]) =>
    same(`timeBar.${name}`, value, timeBar[name as keyof typeof timeBar]),
  );
}

function clockMisses({ clocks }: Expect, complaint: Complaint, offsetMinutes: number): Miss[] {
  return Object.entries(clocks ?? {}).flatMap(([name, expected]) => {
    const what = `clocks.${name}`;
    const clock = clockNamed(name, complaint);
    if (expected === "none") return same(what, "none", clock === undefined ? "none" : clock.status);
    if (!clock)
      return [{ what, expected: JSON.stringify(expected), actual: `no such clock; there are ${clockList(complaint)}` }];
    return Object.entries(expected).flatMap(([field, value]) => {
      const actual = clock[field as keyof Clock];
      const shown = (each: unknown): unknown =>
        field.endsWith("At") && typeof each === "string" ? withOffset(each, offsetMinutes) : each;
      return same(`${what}.${field}`, shown(value), shown(actual));
    });
  });
}

function clockNamed(name: string, { clocks }: Complaint): Clock | undefined {
  const [rule, instance] = name.split("#");
  return clocks.findLast(
    (clock) => clock.rule === rule && (instance === undefined || clock.instance === Number(instance)),
  );
}

function clockList({ clocks }: Complaint): string {
  return clocks.map(({ rule, instance }) => `${rule}#${instance}`).join(", ") || "none";
}

/** The expected types must stand among the actual ones in this order. */
function eventMisses(expected: readonly EventType[] | undefined, actual: readonly EventType[]): Miss[] {
  let from = 0;
  for (const type of expected ?? []) {
    const found = actual.indexOf(type, from);
    if (found < 0)
      return [{ what: "events", expected: (expected ?? []).join(", "), actual: actual.join(", ") || "none" }];
    from = found + 1;
  }
  return [];
}

function actionMisses(wanted: NonNullable<Expect["actions"]>, complaint: Complaint, { context }: PlayedStep): Miss[] {
  return wanted.flatMap(({ for: who, allowed, refused }) => {
    const actions = allowedActions(complaint, { ...context, actor: actorOf(who) });
    const answerOf = (verb: string): string => {
      const action = actions.find((each) => each.verb === verb);
      if (!action) return "no such action";
      return action.allowed ? "allowed" : action.why.code;
    };
    return [
      ...allowed.flatMap((verb) => same(`actions of ${who}: ${verb}`, "allowed", answerOf(verb))),
      ...Object.entries(refused).flatMap(([verb, code]) => same(`actions of ${who}: ${verb}`, code, answerOf(verb))),
    ];
  });
}

function same(what: string, expected: unknown, actual: unknown): Miss[] {
  if (expected === undefined || expected === actual) return [];
  return [{ what, expected: shownAs(expected), actual: shownAs(actual) }];
}

function wholeList(what: string, expected: readonly string[] | undefined, actual: readonly string[]): Miss[] {
  if (expected === undefined) return [];
  return same(what, `[${expected.join(", ")}]`, `[${actual.join(", ")}]`);
}

function shownAs(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
