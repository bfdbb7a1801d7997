import type { ClockRule } from "../../procedure/pure/edition/clocks.ts";
import type { Context } from "../context.ts";
import type { NewEvent } from "../events/event.ts";
import { isOpen, type Clock, type Complaint } from "../state.ts";
import { alreadyEnded } from "./already-happened.ts";
import { calendarOf, isInTime, recountedDue, termFor } from "./clock-due.ts";
import { clockMoved, clockReinstated, clockStarted, clockStopped, type Start, type Stop } from "./clock-facts.ts";
import { itemOf, scopesStarted, stoppingItem } from "./clock-scope.ts";
import { isFoundToBeComplaint, isTriggered, isTriggeredByReceipt, rulesFor } from "./triggers.ts";

/**
 * What a fact does to the clocks of a complaint, on the state that it left: first those that end, then those that begin.
 *
 * A clock ends `met` or `late` by the instant at which the fact happened, even when it is recorded later, and `void` when
 * its promise fell away. When a complaint closes, what still runs ends void, unless its rule survives closing. What was
 * sorted as no complaint and turns out to be one gets every clock that registering would have begun, counted from receipt.
 * A clock that is known late ends at once where what ends it has happened already.
 */
export function clocksAfter(event: NewEvent, complaint: Complaint, context: Context): NewEvent[] {
  if (isAboutClocks(event)) return [];
  const ended = stops(event, complaint, context);
  const endedIds = new Set(ended.map(({ data }) => data.clockId));
  return [
    ...ended,
    ...moves(event, complaint, context),
    ...afterBounce(event, complaint, context),
    ...runningOn(event, complaint, context),
    ...starts(event, complaint, endedIds, context),
  ];
}

function stops(event: NewEvent, complaint: Complaint, context: Context): Stop[] {
  const rules = rulesFor(event.type, context.edition);
  const isNoComplaint = event.type === "ComplaintClassified" && !event.data.complaint;
  const isEnd = event.type === "ComplaintClosed";
  return complaint.clocks.filter(isOpen).flatMap((clock) => {
    const rule = rules.find(({ id }) => id === clock.rule);
    const concerned = rule && isConcerned(clock, event);
    if (isSentAgain(clock, event)) return [stopped(clock, outcomeAt(clock, event, context), event)];
    if (concerned && isTriggered(rule.stop, event, complaint, context.now))
      return [stopped(clock, outcomeAt(clock, event, context), event)];
    if (concerned && isTriggered(rule.void, event, complaint, context.now)) return [stopped(clock, "void", event)];
    if (isNoComplaint && clock.origin !== "internal") return [stopped(clock, "void", event)];
    if (isEnd && !survivesClosing(clock, context)) return [stopped(clock, "void", event)];
    return [];
  });
}

/** What came back has left once more: it stops what it had stopped. */
function isSentAgain(clock: Clock, { type, data }: NewEvent): boolean {
  if (type !== "DispatchRecorded" || clock.stoppedBy !== data.of) return false;
  return data.outcome === "dispatched" || data.outcome === "delivered";
}

function stopped(clock: Clock, outcome: "met" | "late" | "void", event: NewEvent): Stop {
  const { occurredAt, type } = event;
  return clockStopped(clock, { outcome, stoppedAt: occurredAt, by: itemOf(event), reason: type }, occurredAt);
}

function outcomeAt(clock: Clock, event: NewEvent, context: Context): "met" | "late" {
  const rule = context.edition.clocks.find(({ id }) => id === clock.rule);
  const stillPaused = clock.status === "paused" && rule;
  const due = stillPaused
    ? recountedDue({ clock, rule, calendar: calendarOf(clock.calendar, context.calendars), now: event.occurredAt })
    : clock;
  return isInTime(event.occurredAt, due) ? "met" : "late";
}

/** The term depends on what the complaint is: another kind, class or mark may mean another due. */
function moves(event: NewEvent, complaint: Complaint, context: Context): NewEvent[] {
  if (event.type !== "ComplaintClassified" && event.type !== "ComplaintMarked") return [];
  return complaint.clocks.filter(isOpen).flatMap((clock): NewEvent[] => {
    const rule = context.edition.clocks.find(({ id }) => id === clock.rule);
    if (!rule || rule.terms.length === 0 || clock.term === null) return [];
    const term = termFor(rule, complaint, context.now);
    if (typeof term !== "string" || term === clock.term) return [];
    return [clockMoved(clock, { rule, term, reason: event.type, at: event.occurredAt, context })];
  });
}

/** "Sent" means dispatched: what came back stops no clock. */
function afterBounce(event: NewEvent, complaint: Complaint, context: Context): NewEvent[] {
  if (event.type !== "DispatchRecorded" || (event.data.outcome !== "bounced" && event.data.outcome !== "failed"))
    return [];
  if (complaint.phase === "closed" || complaint.phase === "archived") return [];
  const { outcome: reason, of } = event.data;
  return complaint.clocks
    .filter((clock) => clock.stoppedBy === of && (clock.status === "met" || clock.status === "late"))
    .flatMap((clock) => clockReinstated(clock, { reason, at: event.occurredAt, context }));
}

/** The pack says what undoes a stop: the latest clock of the rule runs on. What ended before a reopening is over. */
function runningOn(event: NewEvent, complaint: Complaint, context: Context): NewEvent[] {
  return rulesFor(event.type, context.edition)
    .filter(({ reinstate = [] }) => isTriggered(reinstate, event, complaint, context.now))
    .map(({ id }) => complaint.clocks.findLast(({ rule }) => rule === id))
    .filter((clock) => clock !== undefined)
    .filter(
      ({ status, endedAt }) => (status === "met" || status === "late") && !isBefore(endedAt, complaint.reopenedAt),
    )
    .flatMap((clock) => clockReinstated(clock, { reason: event.type, at: event.occurredAt, context }));
}

function starts(event: NewEvent, complaint: Complaint, endedIds: Set<string>, context: Context): NewEvent[] {
  const opened: NewEvent[] = [];
  const isFound = isFoundToBeComplaint(event, context.edition);
  const rules = isFound ? context.edition.clocks : rulesFor(event.type, context.edition);
  for (const rule of rules) {
    if (rule.origin !== "internal" && complaint.classification?.complaint === false) continue;
    const isStarted = isTriggered(rule.start, event, complaint, context.now);
    const isDueSinceReceipt = isFound && isTriggeredByReceipt(rule.start, complaint, context.now);
    if (!isStarted && !isDueSinceReceipt) continue;
    const startedAt = rule.from === "receipt" || !isStarted ? complaint.receivedAt : event.occurredAt;
    for (const { scopeId, data } of scopesStarted(rule.scope, event, complaint)) {
      if (isStartedAlready({ rule, scopeId, event, complaint, endedIds, isFound })) continue;
      const started = clockStarted({ rule, scopeId, data, at: event.occurredAt, startedAt, complaint, context });
      if (started) opened.push(started, ...endedBefore(started, { rule, event, complaint, context }));
    }
  }
  return opened;
}

/**
 * A complaint's own clocks start once, whatever is redone later (only reopening may start one again); those of a level, a
 * round or a stage once for each; those of an item again only after the earlier one ended.
 */
function isStartedAlready(input: {
  rule: ClockRule;
  scopeId: string;
  event: NewEvent;
  complaint: Complaint;
  endedIds: Set<string>;
  isFound: boolean;
}): boolean {
  const { rule, scopeId, event, complaint, endedIds, isFound } = input;
  const earlier = complaint.clocks.filter(
    // What fell away while it was sorted as no complaint, or because an answer came back, had not ended for good.
    (clock) =>
      clock.rule === rule.id &&
      clock.scopeId === scopeId &&
      !(clock.status === "void" && (isFound || hasFallenAwayByBounce(clock, event, complaint))),
  );
  const running = earlier.some((clock) => isOpen(clock) && !endedIds.has(clock.clockId));
  const isOnce =
    rule.scope === "complaint" || rule.scope === "level" || rule.scope === "round" || rule.scope === "stage";
  return running || (isOnce && earlier.length > 0 && event.type !== "ComplaintReopened");
}

/** What it waited on came back: it waits anew once that, or another answer, has left. */
function hasFallenAwayByBounce({ stoppedBy }: Clock, { type, data }: NewEvent, { replies }: Complaint): boolean {
  if (stoppedBy === null) return false;
  const isThis = type === "DispatchRecorded" && data.of === stoppedBy;
  return isThis || replies.some(({ replyId, dispatch }) => replyId === stoppedBy && dispatch === "bounced");
}

/** A clock that is known late may have been kept, or have fallen away, before anybody knew of it. */
function endedBefore(
  started: Start,
  { rule, event, complaint, context }: { rule: ClockRule; event: NewEvent; complaint: Complaint; context: Context },
): NewEvent[] {
  const isKnownLate = event.type !== "ComplaintRegistered" && started.data.startedAt < event.occurredAt;
  const ended = isKnownLate && rule.scope === "complaint" ? alreadyEnded(rule, complaint, context.now) : undefined;
  if (!ended) return [];
  const kept = isInTime(ended.at, started.data) ? "met" : "late";
  const outcome = ended.how === "void" ? "void" : kept;
  const { at: stoppedAt, by, type: reason } = ended;
  return [clockStopped(started.data, { outcome, stoppedAt, by, reason }, event.occurredAt)];
}

function isConcerned(clock: Clock, event: NewEvent): boolean {
  const item = stoppingItem(clock.scope, event);
  return item === undefined || item === clock.scopeId;
}

function isBefore(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one <= other;
}

function survivesClosing(clock: Clock, { edition }: Context): boolean {
  return edition.clocks.find(({ id }) => id === clock.rule)?.survivesClosing ?? false;
}

function isAboutClocks({ type }: NewEvent): boolean {
  return type.startsWith("Clock") && type !== "ClockBreached";
}
