import { test } from "node:test";
import { at, did, given, registered } from "../../../tests/support/given.ts";

test("ties it to another complaint", () => {
  given(registered(), at("work"))
    .when("link", { to: "KN-0009", as: "same-incident", reason: "Cùng đứt cáp" })
    .expectFacts(["ComplaintLinked", { linkId: "new-1", to: "KN-0009", as: "same-incident", reason: "Cùng đứt cáp" }]);
});

test("is refused with itself, by id or by number", () => {
  given(registered(), at("work")).when("link", { to: "KN-0001", as: "related" }).expectRefused("link-to-itself", "to");
  given(registered(), at("work"))
    .when("link", { to: "complaint-1", as: "related" })
    .expectRefused("link-to-itself", "to");
});

test("is refused where the same link is there", () => {
  given(registered(), at("work"), did("ComplaintLinked", { linkId: "link-1", to: "KN-0009", as: "duplicate" }))
    .when("link", { to: "KN-0009", as: "duplicate" })
    .expectRefused("already-done", "to");
});
