import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { eventTypes } from "../../procedure/pure/vocabulary.ts";
import { personalValues, readable, withPersonalValues } from "./personal-values.ts";

describe("personal values", () => {
  const data = {
    content: "Gửi chị Đào",
    promises: [
      { promiseId: "p1", text: "nối lại", dueOn: "2026-03-02" },
      { promiseId: "p2", text: "hoàn tiền", dueOn: "2026-03-05" },
    ],
    attachments: [],
  };

  it("are found by the marks of the schema, in lists too", () => {
    assert.deepEqual(
      personalValues("ReplyGiven", data).map(({ key, value }) => [key, value]),
      [
        ["content", "Gửi chị Đào"],
        ["promises.0.text", "nối lại"],
        ["promises.1.text", "hoàn tiền"],
      ],
    );
    assert.deepEqual(personalValues("ClockStopped", { clockId: "c" }), []);
  });

  it("are looked for in every event type without a fault", () => {
    for (const type of eventTypes) assert.doesNotThrow(() => personalValues(type, undefined), type);
  });

  it("are replaced in a copy", () => {
    const replaced = withPersonalValues("ReplyGiven", data, ({ key }) => key) as typeof data;
    assert.equal(replaced.promises[1]?.text, "promises.1.text");
    assert.equal(data.promises[1]?.text, "hoàn tiền");
  });

  it("read as erased where a hash stands in their place", () => {
    const erased = {
      content: { "#": "ab" },
      remedySought: "giảm cước",
      filled: { "#": "cd" },
      customer: { name: { "#": "ef" } },
    };
    assert.deepEqual(readable("ComplaintRegistered", erased), {
      content: "[đã xoá]",
      remedySought: "giảm cước",
      filled: {},
      customer: { name: "[đã xoá]" },
    });
  });
});
