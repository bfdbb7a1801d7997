import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, document, given, lan, march, received, registered } from "../../tests/support/given.ts";
import { conflictsWith, permitted } from "./decide.ts";
import { isRefusal } from "./refusal.ts";

test("there must be a complaint", () => {
  given().when("note", { text: "?" }).expectRefused("complaint-unknown");
});

test("nothing happens in the future, or before the complaint came", () => {
  const story = given(registered(), at("work")).now(march(2, "10:00"));
  story.when("note", { text: "?" }, { occurredAt: march(2, "10:01") }).expectRefused("in-the-future", "occurredAt");
  story
    .when("note", { text: "?" }, { occurredAt: "2026-03-02T01:59:59.999Z" })
    .expectRefused("before-receipt", "occurredAt");
  const [note] = story.when("note", { text: "?" }, { occurredAt: received }).accepted();
  assert.equal(note?.occurredAt, received);
});

test("a field that the verb does not have is refused, and one of another type", () => {
  given(registered(), at("work")).when("note", { text: "?", colour: "red" }).expectRefused("malformed-command");
  given(registered(), at("work")).when("note", { text: 7 }).expectRefused("malformed-command", "text");
});

test("entering a stage names where it came from, level and round, and the unit that is in charge there", () => {
  const { complaint } = given(registered(), at("intake")).when("watch", { until: "2026-03-20", reason: "Vào việc" });
  assert.equal(complaint.stage, "work");
  // Stage `work` leaves the unit where it is.
  assert.equal(complaint.unit, "care");
  assert.equal(complaint.stageEntries["work"], 1);
});

test("nothing that was typed in or handed in is lost, whichever verb it came with", () => {
  const then = given(registered(), at("work")).when(
    "note",
    { text: "?" },
    { filled: { meter: 5 }, attachments: [document("log")] },
  );
  then.expectTypes("AttachmentAdded", "FormFilled", "NoteWritten");
  assert.equal(then.complaint.filled["meter"], 5);
  assert.deepEqual(then.complaint.attachments, [document("log")]);
});

test("what a person affirmed is kept with its name", () => {
  const then = given(registered(), at("work")).when("answer-at-first-line", { content: "Xong", accepted: false });
  assert.deepEqual(then.facts("FormFilled"), []);
  const confirmed = { id: "checked", name: "Đã kiểm tra" };
  const edition = { ...given().context().edition };
  const asks = {
    ...edition,
    anywhere: edition.anywhere.map((move) => (move.verb === "note" ? { ...move, confirm: [confirmed] } : move)),
  };
  given(registered(), at("work"))
    .when("note", { text: "?" }, {}, { edition: asks })
    .expectRefused("not-confirmed", "confirmed");
  const [form] = given(registered(), at("work"))
    .when("note", { text: "?" }, { confirmed: ["checked"] }, { edition: asks })
    .facts("FormFilled");
  assert.deepEqual(form?.data, { verb: "note", filled: {}, confirmed: [confirmed] });
});

test("evidence that the pack wants may come with the command or be in the file", () => {
  const edition = { ...given().context().edition };
  const asks = {
    ...edition,
    anywhere: edition.anywhere.map((move) => (move.verb === "note" ? { ...move, needsEvidence: ["log"] } : move)),
  };
  const story = given(registered(), at("work"));
  story.when("note", { text: "?" }, {}, { edition: asks }).expectRefused("evidence-missing", "attachments");
  story.when("note", { text: "?" }, { attachments: [document("log")] }, { edition: asks }).accepted();
  given(registered(), at("work"), did("AttachmentAdded", { attachment: document("log") }))
    .when("note", { text: "?" }, {}, { edition: asks })
    .accepted();
});

test("a guard that another verb's rule adds is asked too", () => {
  const story = given(registered(), at("work")).by(lan);
  assert.ok(story.complaint);
  const moves = permitted("release-debt", story.complaint, story.context());
  assert.ok(isRefusal(moves));
  assert.equal(moves.code, "unknown-item");
});

test("what makes a reply a conflict: an answer, a verdict, an end meanwhile", () => {
  assert.ok(conflictsWith("reply").includes("ReplyGiven"));
  assert.ok(!conflictsWith("note").includes("NoteWritten"));
});
