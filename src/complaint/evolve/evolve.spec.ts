import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, given, march, registered } from "../../../tests/support/given.ts";
import { parseEvent } from "../events/event.ts";

const envelope = {
  sequence: 1,
  occurredAt: march(2, "09:00"),
  recordedAt: march(2, "09:00"),
  actor: { kind: "customer" },
};

test("the first fact makes the complaint, and none comes before it", () => {
  assert.equal(given().complaint, undefined);
  assert.throws(() => given(at("work")).complaint, /StageEntered before ComplaintRegistered/);
  assert.throws(() => given(registered(), registered()).complaint, /registered twice/);
});

test("closing, archiving and reopening carry when and how; entering a stage does not undo them", () => {
  const closed = did("ComplaintClosed", { outcome: "agreed" }, march(3, "09:00"));
  const { complaint } = given(registered(), at("work"), closed, at("closed"));
  assert.ok(complaint?.phase === "closed");
  assert.equal(complaint.closedAt, march(3, "09:00"));
  const reopened = given(
    registered(),
    at("work"),
    closed,
    at("closed"),
    did("ComplaintReopened", { reason: "?" }),
    at("work"),
  ).complaint;
  assert.equal(reopened?.phase, "under-way");
  assert.equal("closedAt" in (reopened ?? {}), false);
});

test("what was owed falls away where the customer withdrew or the matter runs under another number, until it is reopened", () => {
  const receipt = { owedId: "owed-1", duty: "receipt", anyOf: ["receipt"], issuedAs: null };
  const owed = did("PaperOwed", { owedId: "owed-1", duty: "receipt", anyOf: ["receipt"] });
  const papersAfter = (...facts: Parameters<typeof given>) => {
    const complaint = given(registered(), at("work"), owed, ...facts).complaint;
    return [complaint?.papersOwed, complaint?.papersLapsed];
  };
  const ended = (outcome: "duplicate" | "withdrawn" | "agreed") => did("ComplaintClosed", { outcome });
  assert.deepEqual(papersAfter(ended("duplicate")), [[], [receipt]]);
  assert.deepEqual(papersAfter(ended("withdrawn")), [[], [receipt]]);
  assert.deepEqual(papersAfter(ended("agreed")), [[receipt], []]);
  assert.deepEqual(papersAfter(ended("duplicate"), did("ComplaintReopened", { reason: "?" })), [[receipt], []]);
  const again = did("PaperOwed", { owedId: "owed-2", duty: "receipt", anyOf: ["receipt"] });
  assert.deepEqual(papersAfter(ended("duplicate"), again, did("ComplaintReopened", { reason: "?" })), [
    [{ ...receipt, owedId: "owed-2" }],
    [],
  ]);
  const issued = did("PaperIssued", { paperId: "paper-1", paper: "receipt", kind: "receipt" });
  assert.deepEqual(papersAfter(issued, ended("duplicate")), [[{ ...receipt, issuedAs: "paper-1" }], []]);
});

test("nothing is archived that is open", () => {
  assert.throws(
    () => given(registered(), at("work"), did("ComplaintArchived", {})).complaint,
    /archived while under-way/,
  );
});

test("a new round forgets verdict and resolution, a new reply the attempts to reach the customer", () => {
  const attempt = did("ContactAttempted", { attemptId: "a", channel: "phone", reached: false });
  const verdict = did("VerdictRecorded", { verdictId: "v", accepts: "no", satisfied: "no", attachments: [], round: 1 });
  const proposed = did("ResolutionProposed", { resolutionId: "p", content: "?", round: 1 });
  const { complaint } = given(
    registered(),
    at("work"),
    attempt,
    verdict,
    proposed,
    did("RoundStarted", { round: 2, reason: "?" }),
  );
  assert.equal(complaint?.verdict, null);
  assert.equal(complaint?.resolution, null);
  assert.equal(complaint?.contactAttempts.length, 1);
});

test("a fact that no version of the program wrote is an error, not a guess", () => {
  assert.throws(() => parseEvent({ ...envelope, type: "MoonLanded", data: {} }), /unknown event type MoonLanded/);
  assert.throws(() => parseEvent({ ...envelope, type: "NoteWritten", data: { text: "?" } }));
  assert.throws(() =>
    parseEvent({ ...envelope, type: "NoteWritten", sequence: 0, data: { noteId: "n", text: "?", mentions: [] } }),
  );
  assert.equal(
    parseEvent({ ...envelope, type: "NoteWritten", data: { noteId: "n", text: "?", mentions: [] } }).type,
    "NoteWritten",
  );
});
