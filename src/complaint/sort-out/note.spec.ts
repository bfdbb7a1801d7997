import { test } from "node:test";
import { at, given, registered } from "../../../tests/support/given.ts";

test("is kept for colleagues", () => {
  given(registered(), at("work"))
    .when("note", { text: "Khách hàng quen của anh Minh", mentions: ["minh"] })
    .expectFacts(["NoteWritten", { noteId: "new-1", text: "Khách hàng quen của anh Minh", mentions: ["minh"] }]);
});

test("is refused empty", () => {
  given(registered(), at("work")).when("note", { text: "" }).expectRefused("malformed-command", "text");
});
