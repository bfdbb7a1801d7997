import { test } from "node:test";
import type { Role } from "../../procedure/pure/vocabulary.ts";
import type { Actor } from "../context.ts";
import { at, did, given, hung, lan, minh, registered } from "../../../tests/support/given.ts";

const ordered = did("CorrectiveActionOrdered", { actionId: "act-1", unit: "network", action: "Thay nguồn" });

const completed = did("CorrectiveActionCompleted", { actionId: "act-1", result: "Đã thay" });

test("is ordered from a unit", () => {
  given(registered(), at("work"))
    .when("order-corrective-action", { unit: "network", action: "Thay nguồn", dueOn: "2026-03-20", cause: "Nguồn cũ" })
    .expectFacts([
      "CorrectiveActionOrdered",
      { actionId: "new-1", unit: "network", action: "Thay nguồn", dueOn: "2026-03-20", cause: "Nguồn cũ" },
    ]);
});

test("is completed by the unit and verified by another person", () => {
  given(registered(), at("work"), ordered)
    .by(hung)
    .when("complete-corrective-action", { actionId: "act-1", result: "Đã thay" })
    .expectFacts(["CorrectiveActionCompleted", { actionId: "act-1", result: "Đã thay" }]);
  given(registered(), at("work"), ordered, completed)
    .by(minh)
    .when("verify-corrective-action", { actionId: "act-1", effective: true })
    .expectFacts(["CorrectiveActionVerified", { actionId: "act-1", effective: true }]);
});

test("whoever is of the unit that it was ordered from may complete it, whatever they are there; administrators read no complaints", () => {
  const of = (role: Role, unit: string): Actor => ({ kind: "person", personId: "oanh", roles: [{ role, unit }] });
  const complete = { actionId: "act-1", result: "Đã thay" };
  const done = (actor: Actor) =>
    given(registered(), at("work"), ordered).by(actor).when("complete-corrective-action", complete);
  done(of("records-clerk", "network")).accepted();
  done(of("auditor", "network")).accepted();
  done(of("records-clerk", "billing")).expectRefused("not-your-role");
  done(of("administrator", "network")).expectRefused("not-your-role");
});

test("what did not help is to be completed again", () => {
  const useless = did("CorrectiveActionVerified", { actionId: "act-1", effective: false });
  given(registered(), at("work"), ordered, completed, useless)
    .by(hung)
    .when("complete-corrective-action", { actionId: "act-1", result: "Thay loại khác" })
    .accepted();
});

test("nobody verifies their own work", () => {
  // Facts of these specs are Lan's unless said.
  given(registered(), at("work"), ordered, completed)
    .by(lan)
    .when("verify-corrective-action", { actionId: "act-1", effective: true })
    .expectRefused("own-work", "actionId");
});

test("is refused to an unknown unit", () => {
  given(registered(), at("work"))
    .when("order-corrective-action", { unit: "moon", action: "?" })
    .expectRefused("unknown-unit", "unit");
});

test("is refused where there is no such action, or it is done already", () => {
  given(registered(), at("work"))
    .by(hung)
    .when("complete-corrective-action", { actionId: "act-1", result: "?" })
    .expectRefused("unknown-item");
  given(registered(), at("work"), ordered)
    .by(hung)
    .when("complete-corrective-action", { actionId: "act-9", result: "?" })
    .expectRefused("unknown-item", "actionId");
  given(registered(), at("work"), ordered, completed, {
    ...ordered,
    data: { ...ordered.data, actionId: "act-2" },
  } as typeof ordered)
    .by(hung)
    .when("complete-corrective-action", { actionId: "act-1", result: "?" })
    .expectRefused("already-done", "actionId");
});

test("verifying is refused before completion, and for another action", () => {
  given(registered(), at("work"), ordered)
    .by(minh)
    .when("verify-corrective-action", { actionId: "act-1", effective: true })
    .expectRefused("unknown-item");
  given(registered(), at("work"), ordered, completed)
    .by(minh)
    .when("verify-corrective-action", { actionId: "act-9", effective: true })
    .expectRefused("unknown-item", "actionId");
  given(registered(), at("work"), ordered, completed, {
    ...ordered,
    data: { ...ordered.data, actionId: "act-2" },
  } as typeof ordered)
    .by(minh)
    .when("verify-corrective-action", { actionId: "act-2", effective: true })
    .expectRefused("item-not-open", "actionId");
});
