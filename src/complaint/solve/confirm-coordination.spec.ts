import { test } from "node:test";
import { answered, asked } from "../../../tests/support/facts.ts";
import { at, given, hung, person, registered, system } from "../../../tests/support/given.ts";

test("the unit says that it has the request", () => {
  given(registered(), at("work"), asked())
    .by(hung)
    .when("confirm-coordination", { coordinationId: "ask-1", by: "Hùng" })
    .expectFacts(["CoordinationConfirmed", { coordinationId: "ask-1", by: "Hùng" }]);
});

test("is refused to others and to the system", () => {
  given(registered(), at("work"), asked())
    .by(person("x", "unit-head", "billing"))
    .when("confirm-coordination", { coordinationId: "ask-1" })
    .expectRefused("not-your-role");
  given(registered(), at("work"), asked())
    .by(system)
    .when("confirm-coordination", { coordinationId: "ask-1" })
    .expectRefused("not-your-role");
});

test("is refused where nothing is to confirm, and for another request", () => {
  given(registered(), at("work"), asked(), answered())
    .by(hung)
    .when("confirm-coordination", { coordinationId: "ask-1" })
    .expectRefused("unknown-item");
  given(registered(), at("work"), asked())
    .by(hung)
    .when("confirm-coordination", { coordinationId: "ask-9" })
    .expectRefused("unknown-item", "coordinationId");
});
