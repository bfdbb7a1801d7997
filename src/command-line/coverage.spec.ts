import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { PROJECT_FOLDER } from "../config.ts";
import { readChecklist } from "../procedure/load/read-checklist.ts";
import { folderWith, smallFiles, smallPack } from "../../tests/support/small-pack.ts";
import { formatCoverage, readCoverage, type CoveredRow } from "./coverage.ts";

const packFile = "acme/complaints/2020-01-01.yaml";
const exampleRow = "S0-0.3";

describe("hoiam coverage", () => {
  const pack = smallPack
    .replace("owner: care\n    source: its site", "owner: care\n    source: S0-0.1")
    .replace("leadsTo: answered, source: its site", "leadsTo: answered, source: [S0-0.2, S0-0.1]")
    .concat("planned: [{ row: S0-0.4, part: report, builds: the monthly report },")
    .concat(" { row: S0-0.7, part: paper, builds: the printed letter }]\n")
    .concat("indicators: [{ id: how-many, name: How many, formula: { count: { complaints: all } }, target: null,")
    .concat(" collected: null, analysed: null, unit: care, source: S0-0.8 }]\n")
    .concat("remarks: [{ row: S0-0.5, remark: only a remark }, { row: S0-0.6, remark: a misprint }]\n");
  const covered = coverageOf({
    [packFile]: pack,
    "acme/complaints/2020-01-01.examples.yaml": `- says: "${exampleRow}: a reply in time"\n`,
    "checklist.yaml": checklistOf([
      "S0-0.1",
      "S0-0.2",
      exampleRow,
      "S0-0.4",
      "S0-0.5",
      "S0-0.6 noise",
      "S0-0.7",
      "S0-0.8",
    ]),
    "tests/reply.spec.ts": 'it("S0-0.7: replies", () => {});\nconst row = "S0-0.5";\n',
  });
  const stateOf = (row: string): string | undefined => covered.find((each) => each.row === row)?.state;

  it("finds a row in a value, a move, an example and the title of a test", () => {
    const cited = covered
      .slice(0, 3)
      .concat(covered.at(-2) ?? [])
      .map(({ citations }) => citations.map(({ as, path, line }) => `${as} ${path} ${line}`));
    assert.deepEqual(cited, [
      ["verb stages.intake.moves[0] 39", "value clocks.reply 58"],
      ["verb stages.intake.moves[0] 39"],
      ["example  1"],
      ["planned planned[1] 59", "test  1"],
    ]);
  });

  it("does not count a row that is only planned or only remarked on", () => {
    assert.deepEqual(["S0-0.4", "S0-0.5"].map(stateOf), ["planned", "nowhere"]);
  });

  it("does not count a value that nothing reads, and counts what is also planned as living in part", () => {
    assert.deepEqual(
      covered.at(-1)?.citations.map(({ as, path }) => `${as} ${path}`),
      ["unread indicators.how-many"],
    );
    assert.deepEqual(["S0-0.8", "S0-0.7"].map(stateOf), ["nowhere", "partly"]);
  });

  it("lets a remark stand for a row that is a remark on the text itself", () => {
    assert.equal(stateOf("S0-0.6"), "lives");
  });

  it("prints what lives, then what is planned with its part, and ends with what lives nowhere", () => {
    const text = formatCoverage(covered);
    assert.match(
      text,
      /Living in part, the rest still to be built:\nS0-0\.7 .*\n.*\n.*\nStill to be built:\nS0-0\.4 {2}.*\n {4}planned .* – report: the monthly report\n4 of 8 rows live in the product, 1 live in part, 1 are planned, 2 live nowhere\.\nNothing represents:\nS0-0\.5 .*\n {4}remark .* – only a remark\nS0-0\.8 .*\n {4}unread .*$/,
    );
  });
});

describe("the checklist", () => {
  it("has every row of the five procedures, in order", () => {
    const read = readChecklist(join(PROJECT_FOLDER, "procedures", "checklist.yaml"));
    const counts = { S0: 22, S1: 14, S2: 18, S3: 14, S4: 13 };
    const expected = Object.entries(counts).flatMap(([text, count]) =>
      Array.from({ length: count }, (_, index) => `${text}-${text.slice(1)}.${index + 1}`),
    );
    assert.deepEqual(read.ok && read.checklist.rows.map(({ row }) => row), expected);
  });
});

function checklistOf(rows: string[]): string {
  const lines = rows.map(
    (row) => `  - { row: ${row.split(" ")[0]}, says: something, noise: ${row.endsWith("noise")} }\n`,
  );
  return `format: 1\ntexts: { S0: A text }\nrows:\n${lines.join("")}`;
}

function coverageOf(files: Record<string, string>): CoveredRow[] {
  const all = Object.entries({ ...smallFiles, ...files });
  const placed = all.map(([path, text]) => [path.startsWith("tests/") ? path : `procedures/${path}`, text] as const);
  const { folder, remove } = folderWith(Object.fromEntries(placed));
  try {
    const procedures = join(folder, "procedures");
    return readCoverage({
      checklist: join(procedures, "checklist.yaml"),
      folders: [procedures],
      tests: [join(folder, "tests")],
    });
  } finally {
    remove();
  }
}
