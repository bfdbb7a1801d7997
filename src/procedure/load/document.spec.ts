import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseText } from "./document.ts";

const told = (text: string) => {
  const read = parseText({ file: "x.yaml", text });
  return read.ok ? [] : read.problems.map(({ line, code, message }) => ({ line, code, message }));
};

describe("reading a file of a pack", () => {
  it("tells of aliases that would fill the memory, and unfolds none", () => {
    const tenTimes = (name: string) => `[${Array(10).fill(`*${name}`).join(", ")}]`;
    const bomb = `a: &a [x]\nb: &b ${tenTimes("a")}\nc: &c ${tenTimes("b")}\nd: &d ${tenTimes("c")}\ne: ${tenTimes("d")}\n`;
    const message = "This is not well-formed YAML: Excessive alias count indicates a resource exhaustion attack.";
    assert.deepEqual(told(bomb), [{ line: 1, code: "not-yaml", message }]);
  });

  it("tells of brackets within brackets without end", () => {
    const deep = `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    assert.deepEqual(
      told(deep).map(({ code }) => code),
      ["not-yaml"],
    );
  });
});
