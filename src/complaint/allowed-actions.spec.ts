import assert from "node:assert/strict";
import { test } from "node:test";
import { verbs } from "../procedure/pure/vocabulary.ts";
import { asked } from "../../tests/support/facts.ts";
import { at, customer, did, director, given, hung, lan, registered, thu } from "../../tests/support/given.ts";
import { allowedActions, type AllowedAction } from "./allowed-actions.ts";
import type { Actor } from "./context.ts";

function actionsAt(stage: string, actor: Actor): Map<string, AllowedAction> {
  const story = given(registered(), at(stage)).by(actor);
  assert.ok(story.complaint);
  return new Map(allowedActions(story.complaint, story.context()).map((action) => [action.verb, action]));
}

test("every verb but registering stands there, open or with the reason", () => {
  const actions = actionsAt("work", lan);
  assert.equal(actions.size, verbs.length - 1);
  assert.ok([...actions.values()].every((action) => action.allowed || action.why.vi.length > 0));
});

test("an open one says where each result leads, what is to affirm and to fill in", () => {
  const answer = actionsAt("work", lan).get("answer-at-first-line");
  assert.ok(answer?.allowed);
  assert.deepEqual(
    answer.moves.map(({ given, leadsTo }) => [given, leadsTo]),
    [
      [{ accepted: true }, "answered"],
      [{ accepted: false }, "first-line"],
    ],
  );
  assert.deepEqual(answer.moves[0]?.confirm, [{ id: "within-powers", name: "Trong thẩm quyền" }]);
  const handling = actionsAt("work", lan).get("record-handling");
  assert.ok(handling?.allowed);
  assert.deepEqual(handling.moves[0]?.needs, ["conclusion"]);
});

test("a closed one says why", () => {
  const direction = actionsAt("work", lan).get("give-direction");
  assert.ok(direction && !direction.allowed);
  assert.equal(direction.why.code, "not-your-role");
  const fulfil = actionsAt("work", lan).get("fulfil-promise");
  assert.ok(fulfil && !fulfil.allowed);
  assert.equal(fulfil.why.code, "unknown-item");
});

test("what acts on an item of the file is closed, with the reason, while there is none", () => {
  const story = given(registered(), at("work"));
  const closed = (actor: Actor, ...wanted: string[]) => {
    const complaint = story.complaint;
    assert.ok(complaint);
    const actions = allowedActions(complaint, story.by(actor).context());
    return wanted.map((verb) => {
      const action = actions.find((each) => each.verb === verb);
      return `${verb}: ${action?.allowed === false ? action.why.code : "open"}`;
    });
  };
  assert.deepEqual(
    closed(
      lan,
      "unlink",
      "call-back",
      "confirm-coordination",
      "pass-on-coordination",
      "answer-coordination",
      "accept-coordination",
      "return-coordination",
      "remind-coordination",
      "withdraw-coordination",
      "submit-resolution",
      "approve-resolution",
      "approve-remedy",
      "complete-remedy",
      "release-debt",
      "end-watch",
      "record-dispatch",
      "fulfil-promise",
      "pause",
      "resume",
    ),
    [
      "unlink: unknown-item",
      "call-back: unknown-item",
      "confirm-coordination: unknown-item",
      "pass-on-coordination: unknown-item",
      "answer-coordination: unknown-item",
      "accept-coordination: unknown-item",
      "return-coordination: unknown-item",
      "remind-coordination: unknown-item",
      "withdraw-coordination: unknown-item",
      "submit-resolution: unknown-item",
      "approve-resolution: unknown-item",
      "approve-remedy: unknown-item",
      "complete-remedy: unknown-item",
      "release-debt: unknown-item",
      "end-watch: unknown-item",
      "record-dispatch: nothing-sent",
      "fulfil-promise: unknown-item",
      "pause: nothing-to-pause",
      "resume: not-paused",
    ],
  );
  assert.deepEqual(
    closed(director, "check-paper", "sign-paper", "extend", "send-back-resolution", "begin-negotiation"),
    [
      "check-paper: unknown-item",
      "sign-paper: unknown-item",
      "extend: clock-not-running",
      "send-back-resolution: unknown-item",
      "begin-negotiation: unknown-item",
    ],
  );
});

test("an action on an item of others only is closed: another unit's request, one's own remedy", () => {
  const billing = asked({ coordinationId: "ask-2", unit: "billing" });
  const withdrawn = did("CoordinationWithdrawn", { coordinationId: "ask-2", reason: "Không cần" });
  const agreed = did("RemedyAgreed", {
    remedyId: "pay-1",
    type: "refund",
    amount: 900_000,
    reason: "Lỗi",
    needsApproval: true,
  });
  const story = given(registered(), at("work"), asked(), billing, withdrawn, agreed);
  const codeOf = (actor: Actor, verb: string) => {
    assert.ok(story.complaint);
    const actions = allowedActions(story.complaint, story.by(actor).context());
    const action = actions.find((each) => each.verb === verb);
    return action?.allowed === false ? action.why.code : "open";
  };
  assert.equal(codeOf(thu, "answer-coordination"), "not-your-role");
  assert.equal(codeOf(hung, "answer-coordination"), "open");
  // The facts of these specs are Lan's.
  assert.equal(codeOf(lan, "approve-remedy"), "own-proposal");
  assert.equal(codeOf(director, "approve-remedy"), "open");
});

test("the customer sees the customer's", () => {
  const open = [...actionsAt("answered", customer).values()].filter(({ allowed }) => allowed).map(({ verb }) => verb);
  assert.deepEqual(open, ["receive-information", "withdraw", "attach", "ask-negotiation"]);
});

test("the verb's own fields stand there as JSON Schema", () => {
  const { fields } = actionsAt("work", lan).get("note") ?? {};
  assert.deepEqual((fields?.["required"] as string[]) ?? [], ["text"]);
});

test("a way that no command can mean is not offered: an earlier one takes all that it is for", () => {
  const story = given(registered(), at("work")).by(lan);
  assert.ok(story.complaint);
  const context = story.context();
  const [stage] = context.edition.stages.filter(({ id }) => id === "work");
  const known = stage?.moves.find(({ verb }) => verb === "answer-at-first-line");
  assert.ok(stage && known);
  const first = { ...known, name: "Mọi kết quả", given: {} };
  const stages = context.edition.stages.map((each) =>
    each === stage ? { ...each, moves: [first, ...each.moves] } : each,
  );
  const edition = { ...context.edition, stages };
  const answer = allowedActions(story.complaint, { ...context, edition }).find(
    ({ verb }) => verb === "answer-at-first-line",
  );
  assert.ok(answer?.allowed);
  assert.deepEqual(
    answer.moves.map(({ name }) => name),
    ["Mọi kết quả"],
  );
});
