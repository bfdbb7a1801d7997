import { test } from "node:test";
import { at, given, registered } from "../../../tests/support/given.ts";

test("keeps what the provider learned", () => {
  given(registered(), at("answered"))
    .when("record-lesson", { lesson: "Báo trước khi bảo trì", cause: "Quên báo", prevention: "Lịch báo tự động" })
    .expectFacts([
      "LessonRecorded",
      { lessonId: "new-1", lesson: "Báo trước khi bảo trì", cause: "Quên báo", prevention: "Lịch báo tự động" },
    ]);
});

test("is refused empty", () => {
  given(registered(), at("answered"))
    .when("record-lesson", { lesson: "" })
    .expectRefused("malformed-command", "lesson");
});
