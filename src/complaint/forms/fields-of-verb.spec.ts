import assert from "node:assert/strict";
import { test } from "node:test";
import { verbs } from "../../procedure/pure/vocabulary.ts";
import { formFieldsOf } from "./fields-of-verb.ts";

test("every field of every verb has a name in both languages, and so has every value of a closed list", () => {
  const nameless = verbs.flatMap((verb) =>
    Object.entries(formFieldsOf(verb)).flatMap(([name, field]) =>
      [[name, field] as const, ...Object.entries(field.fields ?? {})].flatMap(([each, { label, options = [] }]) => [
        ...(label.vi === each ? [`${verb}: ${each} (field-words.ts)`] : []),
        ...options
          .filter((one) => one.label.vi === one.value)
          .map(({ label: word }) => `${verb}: ${each}: ${word.vi} (value-words.ts)`),
      ]),
    ),
  );
  assert.deepEqual(nameless, []);
});

test("a field is drawn by what it holds", () => {
  const typesOf = (verb: (typeof verbs)[number]) =>
    Object.fromEntries(
      Object.entries(formFieldsOf(verb)).map(([name, { type, required }]) => [name, [type, required]]),
    );
  assert.deepEqual(typesOf("agree-remedy"), {
    type: ["choice", true],
    amount: ["money", true],
    reason: ["text", true],
    dueOn: ["day", false],
  });
  assert.deepEqual(typesOf("assign"), { personId: ["person", true], unit: ["text", false], reason: ["text", false] });
  assert.deepEqual(typesOf("invite"), {
    meetingAt: ["instant", true],
    place: ["text", true],
    channel: ["text", false],
    written: ["yes-no", false],
  });
  const { mentions, text } = formFieldsOf("note");
  assert.deepEqual(
    [mentions, text?.type],
    [
      { label: { vi: "Nhắc đến", en: "Mention" }, type: "list", required: false, of: "person", default: [], max: 50 },
      "long-text",
    ],
  );
  assert.deepEqual(formFieldsOf("reply")["promises"]?.fields, {
    text: { label: { vi: "Nội dung", en: "Content" }, type: "long-text", required: true },
    dueOn: { label: { vi: "Hạn", en: "Due on" }, type: "day", required: true },
  });
});
