import assert from "node:assert/strict";
import { test } from "node:test";
import { verbs } from "../procedure/pure/vocabulary.ts";
import { at, customer, given, lan, registered } from "../../tests/support/given.ts";
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

test("the customer sees the customer's", () => {
  const open = [...actionsAt("answered", customer).values()].filter(({ allowed }) => allowed).map(({ verb }) => verb);
  assert.deepEqual(open, ["receive-information", "withdraw", "attach", "ask-negotiation"]);
});

test("the verb's own fields stand there as JSON Schema", () => {
  const { fields } = actionsAt("work", lan).get("note") ?? {};
  assert.deepEqual((fields?.["required"] as string[]) ?? [], ["text"]);
});
