import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { maySee, seenBy, SEES_ALL, type Visibility } from "./visibility.ts";

describe("who may see a complaint", () => {
  let database: TestDatabase;
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());

  type Told = { units: string[]; ownerId: string | null; aboutPersonIds: string[] };
  const ofCskh: Told = { units: ["cskh", "p-ktvt"], ownerId: "lan", aboutPersonIds: [] };
  const aboutLan: Told = { ...ofCskh, aboutPersonIds: ["lan"] };
  const nobodysYet: Told = { units: [], ownerId: null, aboutPersonIds: [] };
  const reader = (personId: string, units: Visibility["units"]): Visibility => ({ personId, units });

  const told: [string, Visibility, Told, boolean][] = [
    ["a unit that had a part", reader("hoa", ["p-ktvt"]), ofCskh, true],
    ["another unit", reader("hoa", ["bp-cuoc"]), ofCskh, false],
    ["no unit at all", reader("hoa", []), ofCskh, false],
    ["its owner, of another unit", reader("lan", ["bp-cuoc"]), ofCskh, true],
    ["everybody who sees all", reader("hoa", "all"), ofCskh, true],
    ["never whom it is about, in its unit", reader("lan", ["cskh"]), aboutLan, false],
    ["never whom it is about, who sees all", reader("lan", "all"), aboutLan, false],
    ["others, where it is about somebody", reader("hoa", ["cskh"]), aboutLan, true],
    ["one of a unit, before any has it", reader("hoa", ["cskh"]), nobodysYet, false],
    ["the system", SEES_ALL, aboutLan, true],
  ];
  for (const [who, visibility, complaint, isSeen] of told) {
    it(`${isSeen ? "shows it to" : "keeps it from"}: ${who}, in the program and in the database`, async () => {
      assert.equal(maySee(visibility, complaint), isSeen);
      const { units, ownerId, aboutPersonIds } = complaint;
      const values: unknown[] = [units, ownerId, aboutPersonIds];
      const condition = seenBy(visibility, (value) => `$${values.push(value)}`);
      const { rows } = await database.pool.query(
        `select from (select $1::text[] as units, $2::text as owner_id, $3::text[] as about_person_ids) r where ${condition}`,
        values,
      );
      assert.equal(rows.length, isSeen ? 1 : 0);
    });
  }
});
