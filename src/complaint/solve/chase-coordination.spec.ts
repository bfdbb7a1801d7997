import { test } from "node:test";
import { answerAccepted, answered, asked } from "../../../tests/support/facts.ts";
import { at, did, given, registered } from "../../../tests/support/given.ts";

test("every reminder is counted", () => {
  const reminded = did("CoordinationReminded", { coordinationId: "ask-1", via: "phone", times: 1 });
  given(registered(), at("work"), asked(), reminded)
    .when("remind-coordination", { coordinationId: "ask-1", via: "phone" })
    .expectFacts(["CoordinationReminded", { coordinationId: "ask-1", via: "phone", times: 2 }]);
});

test("reminding is refused where nobody owes an answer, and for an unknown request", () => {
  given(registered(), at("work"), asked(), answered())
    .when("remind-coordination", { coordinationId: "ask-1" })
    .expectRefused("unknown-item");
  given(registered(), at("work"), asked())
    .when("remind-coordination", { coordinationId: "ask-9" })
    .expectRefused("unknown-item", "coordinationId");
});

test("a request that is not needed any more is withdrawn, answered or not", () => {
  given(registered(), at("work"), asked(), answered())
    .when("withdraw-coordination", { coordinationId: "ask-1", reason: "Đã rõ" })
    .expectFacts(["CoordinationWithdrawn", { coordinationId: "ask-1", reason: "Đã rõ" }]);
});

test("withdrawing is refused once the answer was accepted", () => {
  given(registered(), at("work"), asked(), answered(), answerAccepted())
    .when("withdraw-coordination", { coordinationId: "ask-1", reason: "?" })
    .expectRefused("unknown-item");
});
