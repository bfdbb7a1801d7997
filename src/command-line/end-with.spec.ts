import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { CannotStart } from "../cannot-start.ts";
import { explainEnd } from "./end-with.ts";

describe("the program's end", () => {
  let dataFolder: string;
  let said: string[];
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), "hoiam-end-"));
    said = [];
    mock.method(console, "error", (line: string) => said.push(line));
  });
  afterEach(() => {
    mock.restoreAll();
    rmSync(dataFolder, { recursive: true });
  });

  it("by something foreseen is one line, with its own code", () => {
    assert.equal(explainEnd(new CannotStart("The port is taken.", { exitCode: 2 }), { dataFolder }), 2);
    assert.deepEqual(said, ["Hồi Âm: The port is taken."]);
  });

  it("by a surprise is one line too, and says where the details are", () => {
    const surprise = new TypeError("complaint is not iterable\nand more", { cause: new Error("deeper") });
    assert.equal(explainEnd(surprise, { dataFolder }), 1);
    const file = join(dataFolder, "hoiam-errors.log");
    assert.deepEqual(said, [
      `Hồi Âm: stopped by an error it did not expect: complaint is not iterable (details in ${file}).`,
    ]);
    assert.match(
      readFileSync(file, "utf8"),
      /TypeError: complaint is not iterable[\s\S]*end-with\.spec\.ts[\s\S]*deeper/,
    );
  });
});
