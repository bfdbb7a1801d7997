import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { smallEdition } from "../../tests/support/small-edition.ts";
import { readExamples } from "./examples-file.ts";
import { runExamples } from "./run-examples.ts";

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "hoiam-examples-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const begun = `
format: 1
examples:
  - name: Một khiếu nại
    rows: [S0-0.1]
    steps:
      - at: 2026-03-02T09:00+07:00
        by: clerk@care Lan
        do: register
        with: { channel: phone, kind: fault, customer: { name: Hoa, phone: 0912 345 678 }, content: Mất mạng }
`;

async function problemsIn(text: string): Promise<string[]> {
  const file = join(folder, "2020-01-01.examples.yaml");
  writeFileSync(file, text);
  const problems = await runExamples({ file, editions: [smallEdition] });
  return problems.map(({ line, message }) => `${line}: ${message}`);
}

test("an example that holds tells nothing", async () => {
  assert.deepEqual(
    await problemsIn(`${begun}        expect: { stage: intake, clocks: { reply: { dueOn: 2026-03-04 } } }\n`),
    [],
  );
});

test("a wrong day is told with its line, its step and both days", async () => {
  assert.deepEqual(await problemsIn(`${begun}        expect: { clocks: { reply: { dueOn: 2026-03-03 } } }\n`), [
    '11: Example "Một khiếu nại", step 1: clocks.reply.dueOn should be 2026-03-03, and is 2026-03-04.',
  ]);
});

test("a refusal that nobody expected ends the example there", async () => {
  const text = `${begun}
      - { at: 2026-03-02T09:10+07:00, by: clerk@care Lan, do: close, with: { outcome: satisfied } }
      - { at: 2026-03-02T09:20+07:00, by: clerk@care Lan, do: archive }
`;
  const problems = await problemsIn(text);
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? "", /^12: .*step 2: refused should be accepted, and is refused: guard-not-met – /);
});

test("a handle that names nothing is a mistake of the example", async () => {
  const text = `${begun}
      - { at: 2026-03-02T09:10+07:00, by: clerk@care Lan, do: receive-information, with: { requestId: { ref: ask } } }
`;
  assert.deepEqual(await problemsIn(text), [
    '12: Example "Một khiếu nại", step 2: with should be handles that name something, and is no step before this one is named "ask" (as: ask).',
  ]);
});

test("time that passes fires every clock in its order", async () => {
  const text = `${begun}
      - wait until: 2026-03-05T08:00+07:00
        expect: { warned: [reply], breached: [reply], clocks: { reply: { status: running } } }
`;
  assert.deepEqual(await problemsIn(text), []);
});

test("a word that may not stand there is explained", () => {
  const file = join(folder, "wrong.examples.yaml");
  writeFileSync(file, begun.replace("do: register", "doo: register"));
  const read = readExamples(file);
  assert.equal(read.ok, false);
  assert.ok(!read.ok && read.problems.some(({ message }) => message.includes('"doo"')), JSON.stringify(read));
});

test("a name that stands twice is refused", () => {
  const file = join(folder, "twice.examples.yaml");
  writeFileSync(file, begun + begun.slice(begun.indexOf("  - name")));
  const read = readExamples(file);
  assert.ok(!read.ok && read.problems.some(({ code }) => code === "duplicate-id"), JSON.stringify(read));
});
