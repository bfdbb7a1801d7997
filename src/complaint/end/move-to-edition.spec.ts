import assert from "node:assert/strict";
import { test } from "node:test";
import { administrator, did, given, lan, lived, march, received, registers } from "../../../tests/support/given.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { smallCalendars, smallEdition } from "../../../tests/support/small-edition.ts";

const facts = lived(registers);
const ref = { ...smallEdition.ref, effectiveOn: "2026-03-01", hash: "newer" };

/** Replies within one working day, promises an acknowledgement, and knows no law clock any more. */
const newer: Edition = {
  ...smallEdition,
  ref,
  clocks: smallEdition.clocks
    .filter(({ id }) => id !== "law-resolve")
    .map((clock) => (clock.id === "reply" ? { ...clock, term: "1 working day" } : clock))
    .flatMap((clock) =>
      clock.id === "waiting"
        ? [
            clock,
            { ...clock, id: "hello", scope: "complaint" as const, start: [{ on: "ComplaintRegistered" as const }] },
          ]
        : [clock],
    ),
};
const target = { edition: newer, calendars: smallCalendars };

test("running clocks are counted anew, new ones begin from receipt, those that are gone end void", () => {
  const then = given(...facts)
    .by(administrator)
    .now(march(2, "11:00"))
    .when("move-to-edition", { to: ref, stage: "work", reason: "Lần ban hành mới" }, {}, { target });
  assert.equal(then.complaint.edition.hash, "newer");
  assert.equal(then.complaint.stage, "work");
  assert.equal(then.clock("reply").dueOn, "2026-03-03");
  assert.equal(then.clock("law-resolve").status, "void");
  assert.equal(then.clock("hello").startedAt, received);
});

test("a clock that begins while the file is paused runs, unless its own rule lets that reason stop it", () => {
  const paused = did(
    "ComplaintPaused",
    { reason: "waiting-for-customer", clocks: ["reply:complaint:1"] },
    march(2, "10:30"),
  );
  const then = given(...facts, paused)
    .by(administrator)
    .now(march(2, "11:00"))
    .when("move-to-edition", { to: ref, stage: "work", reason: "Lần ban hành mới" }, {}, { target });
  assert.equal(then.clock("hello").status, "running");
  assert.equal(then.clock("reply").status, "paused");
});

test("is refused to the same edition, to one that is not there, and to a stage that it does not have or that is an end", () => {
  const before = given(...facts).by(administrator);
  const same = { edition: smallEdition, calendars: smallCalendars };
  before
    .when("move-to-edition", { to: smallEdition.ref, stage: "work", reason: "?" }, {}, { target: same })
    .expectRefused("same-edition", "to");
  before.when("move-to-edition", { to: ref, stage: "work", reason: "?" }).expectRefused("edition-unknown", "to");
  before
    .when("move-to-edition", { to: ref, stage: "moon", reason: "?" }, {}, { target })
    .expectRefused("stage-unknown", "stage");
  before
    .when("move-to-edition", { to: ref, stage: "closed", reason: "?" }, {}, { target })
    .expectRefused("stage-unknown", "stage");
});

test("is for the administrator, and never to another organisation", () => {
  given(...facts)
    .by(lan)
    .when("move-to-edition", { to: ref, stage: "work", reason: "?" }, {}, { target })
    .expectRefused("not-your-role");
  const foreign = { ...ref, organisation: "other", hash: "foreign" };
  given(...facts)
    .by(administrator)
    .when(
      "move-to-edition",
      { to: foreign, stage: "work", reason: "?" },
      {},
      { target: { edition: { ...newer, ref: foreign }, calendars: smallCalendars } },
    )
    .expectRefused("edition-unknown", "to");
});
