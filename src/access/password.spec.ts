import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { writeInside } from "../projections/inside-organisation.ts";
import { hashPassword, passwordFits } from "./password.ts";
import { addPerson, changePerson } from "./people.ts";

const ARGON2ID = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/;

describe("a stored password", () => {
  let database: TestDatabase;
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());

  const stored = async () => {
    const { rows } = await writeInside(database.pool, "vntt", (connection) =>
      connection.query<{ password_hash: string }>("select password_hash from person where person_id = 'lan'"),
    );
    return rows[0]?.password_hash ?? "";
  };

  it("is argon2id over 19 MiB, two passes, one lane, with a salt of its own", async () => {
    const first = await hashPassword("một mật khẩu dài");
    const second = await hashPassword("một mật khẩu dài");
    assert.match(first, ARGON2ID);
    assert.notEqual(first, second);
    assert.equal(await passwordFits("một mật khẩu dài", first), true);
    assert.equal(await passwordFits("Một mật khẩu dài", first), false);
    assert.equal(await passwordFits("no password of anybody", null), false);
  });

  it("is so in the table, when somebody is added and when it is changed", async () => {
    const person = { personId: "lan", name: "Lan", signInName: "lan", password: "một mật khẩu dài" };
    await writeInside(database.pool, "vntt", (connection) => addPerson(connection, "vntt", person));
    const added = await stored();
    assert.match(added, ARGON2ID);
    const asked = { personId: "lan", change: { password: "mật khẩu khác hẳn" }, changedBy: "set-up" as const };
    await writeInside(database.pool, "vntt", (connection) => changePerson(connection, "vntt", asked));
    assert.match(await stored(), ARGON2ID);
    assert.notEqual(await stored(), added);
  });
});
