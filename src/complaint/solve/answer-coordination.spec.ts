import assert from "node:assert/strict";
import { test } from "node:test";
import { actorRef } from "../context.ts";
import { answered, asked } from "../../../tests/support/facts.ts";
import { at, did, document, given, hung, lan, march, person, registered, thu } from "../../../tests/support/given.ts";

const answer = { coordinationId: "ask-1", cause: "Suy hao", measure: "Hàn lại" };

test("the unit gives cause, measure and the day by which it promises the repair", () => {
  given(registered(), at("work"), asked())
    .by(hung)
    .when(
      "answer-coordination",
      { ...answer, promisedRepairOn: "2026-03-04" },
      { filled: { meter: 7 }, attachments: [document("log")] },
    )
    .expectFacts([
      "CoordinationAnswered",
      {
        ...answer,
        via: "system",
        promisedRepairOn: "2026-03-04",
        filled: { meter: 7 },
        attachments: [document("log")],
      },
    ]);
});

test("a clerk writes down what the unit said", () => {
  given(registered(), at("work"), asked())
    .by(lan)
    .when("answer-coordination", { ...answer, via: "phone", answeredBy: "Anh Hùng" })
    .expectFacts([
      "CoordinationAnswered",
      { ...answer, via: "phone", answeredBy: "Anh Hùng", filled: {}, attachments: [] },
    ]);
});

const link = { kind: "link", linkId: "link-1", coordinationId: "ask-1", unit: "network" } as const;

test("whoever holds the link answers the request that it is for, and nothing else", () => {
  given(registered(), at("work"), asked())
    .by(link)
    .when("answer-coordination", { ...answer, answeredBy: "Anh Tú, đội Bắc" })
    .expectFacts([
      "CoordinationAnswered",
      { ...answer, via: "system", answeredBy: "Anh Tú, đội Bắc", filled: {}, attachments: [] },
    ]);
  for (const other of [
    { ...link, coordinationId: "ask-2" },
    { ...link, unit: "billing" },
  ])
    given(registered(), at("work"), asked())
      .by(other)
      .when("answer-coordination", answer)
      .expectRefused("not-your-role");
  given(registered(), at("work"), asked()).by(link).when("note", { text: "?" }).expectRefused("not-your-role");
});

test("the log names the link, and no person", () => {
  assert.deepEqual(actorRef(link), { kind: "link", linkId: "link-1" });
});

test("a day of today may be promised, a day that has passed may not", () => {
  const at10 = given(registered(), at("work"), asked()).now(march(2, "10:00")).by(hung);
  at10.when("answer-coordination", { ...answer, promisedRepairOn: "2026-03-02" }).accepted();
  at10
    .when("answer-coordination", { ...answer, promisedRepairOn: "2026-03-01" })
    .expectRefused("day-in-past", "promisedRepairOn");
});

test("is refused to another unit and to somebody of no unit asked", () => {
  given(registered(), at("work"), asked()).by(thu).when("answer-coordination", answer).expectRefused("not-your-role");
  given(registered(), at("work"), asked())
    .by(person("x", "unit-head", "billing"))
    .when("answer-coordination", answer)
    .expectRefused("not-your-role");
});

test("is refused where nobody was asked(), for an unknown request, for one that is answered(), and for unknown fields", () => {
  given(registered(), at("work")).by(lan).when("answer-coordination", answer).expectRefused("unknown-item");
  given(registered(), at("work"), asked())
    .by(hung)
    .when("answer-coordination", { ...answer, coordinationId: "ask-9" })
    .expectRefused("unknown-item", "coordinationId");
  const again = did("CoordinationRequested", {
    coordinationId: "ask-2",
    unit: "network",
    via: "phone",
    question: "?",
    information: {},
  });
  given(registered(), at("work"), asked(), answered(), again)
    .by(hung)
    .when("answer-coordination", answer)
    .expectRefused("item-not-open", "coordinationId");
  given(registered(), at("work"), asked())
    .by(hung)
    .when("answer-coordination", answer, { filled: { weight: 1 } })
    .expectRefused("unknown-field");
});
