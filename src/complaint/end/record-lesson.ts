import { z } from "zod";
import { text } from "../events/parts.ts";
import { given } from "../given.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** What the provider learned from it ("tổng kết, rút kinh nghiệm"). No names belong in it. */
export const recordLesson = verbRule({
  verb: "record-lesson",
  fields: z.strictObject({ lesson: text, cause: text.optional(), prevention: text.optional() }),
  conflictsWith: [],
  allowed: always,
  decide: ({ lesson, ...rest }, _complaint, context) => [
    fact("LessonRecorded", { lessonId: context.newId(), lesson, ...given(rest) }, context),
  ],
});
