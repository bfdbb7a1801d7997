import { test } from "node:test";
import { at, given, registered } from "../../../tests/support/given.ts";

test("notes the other matter and ties the two", () => {
  given(registered(), at("work"))
    .when("split", { into: "KN-0010", content: "Cước tháng 2", reason: "Hai việc khác nhau" })
    .expectFacts(
      ["ComplaintSplit", { into: "KN-0010", content: "Cước tháng 2", reason: "Hai việc khác nhau" }],
      ["ComplaintLinked", { linkId: "new-1", to: "KN-0010", as: "split-from", reason: "Hai việc khác nhau" }],
    );
});

test("is refused without its words", () => {
  given(registered(), at("work")).when("split", { into: "KN-0010" }).expectRefused("malformed-command", "content");
});
