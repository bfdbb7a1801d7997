import { test } from "node:test";
import { at, did, given, registered } from "../../../tests/support/given.ts";

test("marks it as complex", () => {
  given(registered(), at("work"))
    .when("mark", { mark: "complex", reason: "Nhiều bên" })
    .expectFacts(["ComplaintMarked", { mark: "complex", on: true, reason: "Nhiều bên" }]);
});

test("a vulnerable customer comes first", () => {
  given(registered(), at("work"))
    .when("mark", { mark: "vulnerable", reason: "Người cao tuổi" })
    .expectFacts(
      ["ComplaintMarked", { mark: "vulnerable", on: true, reason: "Người cao tuổi" }],
      ["ComplaintMarked", { mark: "priority", on: true, reason: "Người cao tuổi" }],
    );
});

test("takes a mark off again", () => {
  given(registered(), at("work"), did("ComplaintMarked", { mark: "severe", on: true, reason: "Mất điện" }))
    .when("mark", { mark: "severe", on: false, reason: "Đã có điện" })
    .expectFacts(["ComplaintMarked", { mark: "severe", on: false, reason: "Đã có điện" }]);
});

test("is refused where nothing would change", () => {
  given(registered(), at("work"))
    .when("mark", { mark: "severe", on: false, reason: "?" })
    .expectRefused("nothing-changed", "mark");
});
