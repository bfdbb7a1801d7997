import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { loadNationalCalendar } from "./calendars.ts";

function folderWith(files: Record<string, string>, context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "hoiam-calendar-"));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test("a day without a source of its own was set by the year's notice", (context) => {
  const text =
    'year: 2027\nnotice: "1/TB"\nclosed:\n  - { date: 2027-01-01, kind: holiday, name: "Tết Dương lịch" }\nworked: []\n';
  const national = loadNationalCalendar(folderWith({ "2027.yaml": text }, context));
  const day = national.closedDays.find(({ date }) => date === "2027-01-01");
  assert.deepEqual(day, {
    date: "2027-01-01",
    kind: "holiday",
    name: "Tết Dương lịch",
    source: "1/TB",
    status: "official",
  });
  assert.equal(national.version, "vn-2027");
  assert.deepEqual(national.officialYears, [2027]);
});

test("a file that is not as it should be is refused by name", (context) => {
  const wrongKind = 'year: 2027\nnotice: x\nclosed:\n  - { date: 2027-01-01, kind: feast, name: "?" }\nworked: []\n';
  assert.throws(() => loadNationalCalendar(folderWith({ "2027.yaml": wrongKind }, context)), /2027\.yaml: [^]*kind/);
  const wrongDay = 'year: 2027\nnotice: x\nclosed:\n  - { date: 2027-02-30, kind: holiday, name: "?" }\nworked: []\n';
  assert.throws(() => loadNationalCalendar(folderWith({ "2027.yaml": wrongDay }, context)), /a day is written as/);
  const wrongName = "year: 2028\nnotice: x\nclosed: []\nworked: []\n";
  assert.throws(() => loadNationalCalendar(folderWith({ "2027.yaml": wrongName }, context)), /name it 2028\.yaml/);
});

test("an empty folder is refused: no calendar is guessed", (context) => {
  assert.throws(() => loadNationalCalendar(folderWith({}, context)), /holds no year of holidays/);
});
