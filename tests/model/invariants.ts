import assert from "node:assert/strict";
import type { ComplaintEvent } from "../../src/complaint/events/event.ts";
import { replay } from "../../src/complaint/evolve/evolve.ts";
import { holds, isRemedyOpen } from "../../src/complaint/facts.ts";
import { matches } from "../../src/complaint/moves.ts";
import { isOpen, type Complaint } from "../../src/complaint/state.ts";
import type { Edition } from "../../src/procedure/pure/edition/edition.ts";

/** What must hold of every complaint at every moment, whatever anybody did. */
export function checkState(complaint: Complaint, edition: Edition): void {
  const stage = edition.stages.find(({ id }) => id === complaint.stage);
  assert.ok(stage, `unknown stage ${complaint.stage}`);
  assert.equal(complaint.phase, stage.phase, `stage ${complaint.stage} in phase ${complaint.phase}`);
  const isEnded = complaint.phase === "closed" || complaint.phase === "archived";
  const isComplaint = complaint.classification?.complaint !== false;
  if (!isEnded && isComplaint)
    assert.ok(complaint.clocks.some(isOpen), `stage ${complaint.stage} is open and no clock runs`);
  if (edition.levels !== null) assert.ok(complaint.level <= edition.levels, `level ${complaint.level}`);
  if (edition.rounds !== null) assert.ok(complaint.round <= edition.rounds, `round ${complaint.round}`);
  checkClocks(complaint);
  const owed = complaint.papersOwed.filter(({ issuedAs }) => issuedAs === null).map(({ duty }) => duty);
  assert.equal(new Set(owed).size, owed.length, `owed twice: ${owed.join(", ")}`);
}

function checkClocks({ clocks }: Complaint): void {
  const ids = clocks.map(({ clockId }) => clockId);
  assert.equal(new Set(ids).size, ids.length, "two clocks have one id");
  for (const clock of clocks) {
    assert.equal(
      clock.endedAt === null,
      isOpen(clock),
      `${clock.clockId} is ${clock.status} and ended ${clock.endedAt}`,
    );
    assert.deepEqual(clock.warnAts, clock.warnAts.toSorted());
    assert.ok(clock.warned <= clock.warnAts.length);
    const openPauses = clock.pauses.filter(({ to }) => to === null).length;
    assert.ok(
      openPauses <= 1 && (clock.status !== "paused" || openPauses === 1),
      `${clock.clockId}: ${openPauses} open pauses`,
    );
  }
}

/** Nothing closes against its guard, or over an open promise or remedy. `before`: what the closing was decided on. */
export function checkClosing(
  events: readonly ComplaintEvent[],
  before: Complaint,
  edition: Edition,
  now: string,
): void {
  const closed = events.find((event) => event.type === "ComplaintClosed");
  if (closed?.type !== "ComplaintClosed") return;
  const stage = edition.stages.find(({ id }) => id === before.stage);
  const moves = [...(stage?.moves ?? []), ...edition.anywhere].filter(({ verb }) => verb === "close");
  const held = moves.some((move) => matches(move.given, closed.data) && holds(move.when, before, now));
  assert.ok(held, `closed as ${closed.data.outcome} at ${before.stage} against its guard`);
  assert.ok(!before.remedies.some(isRemedyOpen), "closed over an open remedy");
  const promisesFollow = edition.clocks.some(({ scope, survivesClosing }) => scope === "promise" && survivesClosing);
  assert.ok(
    promisesFollow || before.promises.every(({ fulfilledAt }) => fulfilledAt !== null),
    "closed over an open promise",
  );
}

/** The whole history: numbered without a gap, each due warned of and broken once at most, and telling the same again. */
export function checkHistory(events: readonly ComplaintEvent[], complaint: Complaint): void {
  assert.deepEqual(
    events.map(({ sequence }) => sequence),
    events.map((_, index) => index + 1),
  );
  const seen = new Set<string>();
  for (const event of events) {
    if (event.type !== "ClockWarned" && event.type !== "ClockBreached") continue;
    const warning = event.type === "ClockWarned" ? `warning ${event.data.warning}` : "breach";
    const key = `${event.data.clockId} ${event.data.dueAt} ${warning}`;
    assert.ok(!seen.has(key), `fired twice: ${key}`);
    seen.add(key);
  }
  for (const { occurredAt, recordedAt } of events)
    assert.ok(occurredAt <= recordedAt, `${occurredAt} recorded at ${recordedAt}`);
  assert.deepEqual(replay(events), complaint);
}
