import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import type { ShownIn } from "../complaint/state.ts";
import { maySee, seenBy, SEES_ALL, type Visibility } from "./visibility.ts";

describe("who may see a complaint", () => {
  let database: TestDatabase;
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());

  type Told = { units: string[]; ownerId: string | null; aboutPersonIds: string[]; shownIn: ShownIn };
  const ofCskh: Told = { units: ["cskh", "p-ktvt"], ownerId: "lan", aboutPersonIds: [], shownIn: "work" };
  const aboutLan: Told = { ...ofCskh, aboutPersonIds: ["lan"] };
  const nobodysYet: Told = { units: [], ownerId: null, aboutPersonIds: [], shownIn: "work" };
  const forPractice: Told = { ...ofCskh, shownIn: "training" };
  const removed: Told = { ...ofCskh, shownIn: "nowhere" };
  const reader = (personId: string, units: Visibility["units"]): Visibility => ({ personId, units, shownIn: "work" });
  const practising: Visibility = { ...reader("hoa", "all"), shownIn: "training" };

  const told: [string, Visibility, Told, boolean][] = [
    ["a unit that had a part", reader("hoa", ["p-ktvt"]), ofCskh, true],
    ["another unit", reader("hoa", ["bp-cuoc"]), ofCskh, false],
    ["no unit at all", reader("hoa", []), ofCskh, false],
    ["its owner, of another unit", reader("lan", ["bp-cuoc"]), ofCskh, true],
    ["its owner, who has no unit any more or only administers", reader("lan", []), ofCskh, false],
    ["everybody who sees all", reader("hoa", "all"), ofCskh, true],
    ["never whom it is about, in its unit", reader("lan", ["cskh"]), aboutLan, false],
    ["never whom it is about, who sees all", reader("lan", "all"), aboutLan, false],
    ["others, where it is about somebody", reader("hoa", ["cskh"]), aboutLan, true],
    ["one of a unit, before any has it", reader("hoa", ["cskh"]), nobodysYet, false],
    ["the system", SEES_ALL, aboutLan, true],
    ["who practises, where it is for practice", practising, forPractice, true],
    ["who practises, where it is work", practising, ofCskh, false],
    ["who works, where it is for practice", reader("hoa", "all"), forPractice, false],
    ["its owner who works, where it is for practice", reader("lan", ["cskh"]), forPractice, false],
    ["the system, where it is for practice", SEES_ALL, forPractice, false],
    ["who practises, once the training was removed", practising, removed, false],
    ["everybody, once the training was removed", SEES_ALL, removed, false],
  ];
  for (const [who, visibility, complaint, isSeen] of told) {
    it(`${isSeen ? "shows it to" : "keeps it from"}: ${who}, in the program and in the database`, async () => {
      assert.equal(maySee(visibility, complaint), isSeen);
      const { units, ownerId, aboutPersonIds, shownIn } = complaint;
      const values: unknown[] = [units, ownerId, aboutPersonIds, shownIn];
      const condition = seenBy(visibility, (value) => `$${values.push(value)}`);
      const { rows } = await database.pool.query(
        `select from (select $1::text[] as units, $2::text as owner_id, $3::text[] as about_person_ids, $4::text as shown_in) r where ${condition}`,
        values,
      );
      assert.equal(rows.length, isSeen ? 1 : 0);
    });
  }
});
