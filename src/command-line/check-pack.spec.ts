import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, it } from "node:test";
import { PROJECT_FOLDER } from "../config.ts";
import type { RunExamples } from "../procedure/load/check-file.ts";
import { folderWith, smallFiles, smallLaw, smallPack } from "../../tests/support/small-pack.ts";
import { checkPacks } from "./check-pack.ts";

const packFile = "acme/complaints/2020-01-01.yaml";
const examplesFile = "acme/complaints/2020-01-01.examples.yaml";

describe("hoiam check-pack", () => {
  it("ends with 0 for a pack in order, and says so", async () => {
    const { code, lines } = await check({ [examplesFile]: "[]" });
    assert.deepEqual([code, lines.length], [0, 1]);
    assert.match(lines[0] ?? "", /in order\.$/);
  });

  it("ends with 1 at an error, and says where it stands and how to mend it", async () => {
    const { code, lines } = await check({ [packFile]: smallPack.replace("unit: care", "unit: car") });
    assert.equal(code, 1);
    assert.match(
      lines[0] ?? "",
      /2020-01-01\.yaml:36: error: There is no unit "car"\. Did you mean "care"\? \[unknown-unit stages\.intake\.unit\]$/,
    );
    assert.match(lines.at(-1) ?? "", /must not be issued \(1 error, 1 warning\)/);
  });

  it("ends with 0 at mere warnings", async () => {
    const { code, lines } = await check({});
    assert.equal(code, 0);
    assert.match(lines[0] ?? "", /warning: No worked examples stand beside this pack/);
  });

  it("ends with 2 where a file cannot be read", async () => {
    const missing = await check({}, "acme/complaints/2021-01-01.yaml");
    assert.equal(missing.code, 2);
    assert.equal(missing.lines.length, 1);
    assert.match(
      missing.lines[0] ?? "",
      /2021-01-01\.yaml: there is no such file, so nothing was checked\. A pack stands in/,
    );
    assert.equal((await check({}, "acme/complaints/no-day.yaml")).code, 2);
  });

  it("says a thing once, whatever the number of law editions", async () => {
    const { lines } = await check({
      [packFile]: smallPack.replace("unit: care", "unit: car"),
      "law/vn/2023-01-01.yaml": smallLaw.replace("2010-01-01", "2023-01-01"),
    });
    assert.equal(lines.filter((line) => line.includes("unknown-unit")).length, 1);
  });

  it("runs the worked examples with every closure, and counts a failing one as an error", async () => {
    const asked: string[] = [];
    const runExamples: RunExamples = ({ file, editions }) => {
      asked.push(...editions.map(({ ref }) => ref.lawEffectiveOn));
      return [
        {
          severity: "error",
          file,
          line: 3,
          path: "",
          code: "example-fails",
          message: "Closed too early.",
          mend: "See the example.",
        },
      ];
    };
    const { code, lines } = await check({ [examplesFile]: "[]" }, packFile, runExamples);
    assert.deepEqual([code, asked], [1, ["2010-01-01"]]);
    assert.match(lines[0] ?? "", /examples\.yaml:3: error: Closed too early\. See the example\. \[example-fails\]$/);
  });

  for (const file of globSync("procedures/*/*/????-??-??.yaml", { cwd: PROJECT_FOLDER }).filter(
    (path) => !/procedures.(law|calendars)/.test(path),
  )) {
    it(`lets ${relative("procedures", file)} be issued`, async () => {
      const lines: string[] = [];
      const code = await checkPacks({
        files: [join(PROJECT_FOLDER, file)],
        folders: [],
        say: (line) => lines.push(line),
      });
      assert.equal(code, 0, lines.join("\n"));
    });
  }
});

async function check(
  files: Record<string, string>,
  file = packFile,
  runExamples?: RunExamples,
): Promise<{ code: number; lines: string[] }> {
  const { folder, remove } = folderWith({ ...smallFiles, ...files });
  const lines: string[] = [];
  try {
    return {
      lines,
      code: await checkPacks({
        files: [join(folder, file)],
        folders: [],
        runExamples,
        say: (line) => lines.push(line),
      }),
    };
  } finally {
    remove();
  }
}
