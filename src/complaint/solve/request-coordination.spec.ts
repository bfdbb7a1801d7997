import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAccepted, asked } from "../../../tests/support/facts.ts";
import { at, given, march, registered } from "../../../tests/support/given.ts";

test("asks several units at once, each with its own term", () => {
  const then = given(registered(), at("work"))
    .now(march(2, "10:00"))
    .when(
      "request-coordination",
      {
        requests: [
          { unit: "network", question: "Đo tuyến" },
          { unit: "billing", question: "Đối soát", via: "email", dueOn: "2026-03-05" },
        ],
      },
      { filled: { meter: 3 } },
    );
  then.expectFacts(
    [
      "CoordinationRequested",
      { coordinationId: "new-1", unit: "network", via: "system", question: "Đo tuyến", information: { meter: 3 } },
    ],
    [
      "CoordinationRequested",
      {
        coordinationId: "new-2",
        unit: "billing",
        via: "email",
        question: "Đối soát",
        information: { meter: 3 },
        dueOn: "2026-03-05",
      },
    ],
  );
  const dues = then.complaint.clocks
    .filter(({ rule }) => rule === "coordination")
    .map(({ dueOn, scopeId }) => [scopeId, dueOn]);
  assert.deepEqual(dues, [
    ["new-1", "2026-03-03"],
    ["new-2", "2026-03-05"],
  ]);
});

test("a unit is asked once at a time", () => {
  const again = { requests: [{ unit: "network", question: "Còn gì nữa" }] };
  given(registered(), at("work"), asked())
    .when("request-coordination", again)
    .expectRefused("already-done", "requests.0.unit");
  given(registered(), at("work"), asked(), answerAccepted()).when("request-coordination", again).accepted();
});

test("is refused to an unknown unit, to one that takes none, and by a way that the move does not name", () => {
  const before = given(registered(), at("work"));
  before
    .when("request-coordination", { requests: [{ unit: "moon", question: "?" }] })
    .expectRefused("unknown-unit", "requests.0.unit");
  before
    .when("request-coordination", {
      requests: [
        { unit: "network", question: "?" },
        { unit: "office", question: "?" },
      ],
    })
    .expectRefused("unit-does-not-coordinate", "requests.1.unit");
  before
    .when("request-coordination", { requests: [{ unit: "network", question: "?", via: "paper" }] })
    .expectRefused("channel-not-allowed", "requests.0.via");
});

test("is refused for fields that the procedure does not have, and to a third party for a vulnerable customer", () => {
  given(registered(), at("work"))
    .when("request-coordination", { requests: [{ unit: "network", question: "?" }] }, { filled: { weight: 1 } })
    .expectRefused("unknown-field");
  given(registered({ vulnerable: true }), at("work"))
    .when("request-coordination", { requests: [{ unit: "contractor", question: "?" }] })
    .expectRefused("vulnerable-not-transferred", "requests.0.unit");
});
