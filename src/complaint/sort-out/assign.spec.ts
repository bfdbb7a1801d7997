import { test } from "node:test";
import { at, did, director, given, lan, minh, registered } from "../../../tests/support/given.ts";

const mine = did("ComplaintAssigned", { personId: "lan", unit: "care", previousPersonId: null, handedOver: false });

test("names the one person in charge", () => {
  given(registered(), at("work"))
    .when("assign", { personId: "lan" })
    .expectFacts(["ComplaintAssigned", { personId: "lan", unit: "care", previousPersonId: null, handedOver: false }]);
});

test("puts it back to the unit", () => {
  given(registered(), at("work"), mine)
    .when("assign", { personId: null, reason: "Nghỉ phép" })
    .expectFacts([
      "ComplaintAssigned",
      { personId: null, unit: "care", previousPersonId: "lan", handedOver: false, reason: "Nghỉ phép" },
    ]);
});

test("the owner hands it over with a word", () => {
  given(registered(), at("work"), mine)
    .by(lan)
    .when("hand-over", { personId: "minh", reason: "Hết ca" })
    .expectFacts([
      "ComplaintAssigned",
      { personId: "minh", unit: "care", previousPersonId: "lan", handedOver: true, reason: "Hết ca" },
    ]);
});

test("handing over is the owner's", () => {
  given(registered(), at("work"), mine)
    .by(minh)
    .when("hand-over", { personId: "minh", reason: "?" })
    .expectRefused("not-your-role");
  given(registered(), at("work"), mine)
    .by(director)
    .when("assign", { personId: "minh" })
    .expectRefused("not-your-role");
});

test("is refused to whom it has already, to an unknown unit, and to the person whom it is about", () => {
  given(registered(), at("work"), mine)
    .when("assign", { personId: "lan" })
    .expectRefused("nothing-changed", "personId");
  given(registered(), at("work"))
    .when("assign", { personId: "lan", unit: "moon" })
    .expectRefused("unknown-unit", "unit");
  given(registered({ aboutPersonIds: ["minh"] }), at("work"))
    .when("assign", { personId: "minh" })
    .expectRefused("complaint-about-yourself", "personId");
});
