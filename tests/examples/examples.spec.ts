import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, test } from "node:test";
import { PROJECT_FOLDER } from "../../src/config.ts";
import { readExamples } from "../../src/examples/examples-file.ts";
import { calendarsFor, problemsOfExample } from "../../src/examples/run-examples.ts";
import { loadVietnameseCalendar } from "../../src/procedure/load/calendars.ts";
import { loadPackFile } from "../../src/procedure/load/load-editions.ts";

const procedures = join(PROJECT_FOLDER, "procedures");
const calendars = calendarsFor(loadVietnameseCalendar());
const files = globSync("**/*.examples.yaml", { cwd: procedures }).sort();

test("there are worked examples", () => {
  assert.ok(files.length > 0);
});

for (const name of files) {
  describe(name, () => {
    const file = join(procedures, name);
    const read = readExamples(file);
    if (!read.ok) {
      test("is well formed", () => assert.deepEqual(read.problems.map(said), []));
      return;
    }
    const { loaded, problems } = loadPackFile(file.replace(".examples.yaml", ".yaml"), [procedures]);
    const editions = loaded.map(({ edition }) => edition);
    test("its edition loads", () => assert.deepEqual(problems.map(said), []));
    // A pack that was written to play a log again promises next to nothing.
    const storiesMin = name.startsWith("help-desk/") ? 3 : 8;
    test(`has at least ${storiesMin} stories`, () =>
      assert.ok(read.read.examples.length >= storiesMin, `${read.read.examples.length}`));
    for (const [index, example] of read.read.examples.entries()) {
      test(example.name, () => {
        assert.deepEqual(problemsOfExample(read.read, index, { editions, calendars }).map(said), []);
      });
    }
  });
}

function said({ file, line, message }: { file: string; line: number; message: string }): string {
  return `${relative(PROJECT_FOLDER, file)}:${line} ${message}`;
}
