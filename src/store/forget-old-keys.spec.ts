import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { done, openTestStore, registration } from "../../tests/support/store.ts";
import { forgetOldKeys } from "./forget-old-keys.ts";
import { handleCommand } from "./handle-command.ts";
import type { Store } from "./open-store.ts";

describe("forgetOldKeys", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
  });
  after(() => database.close());

  const register = async (idempotencyKey: string) =>
    done(await handleCommand(store, { ...registration(), idempotencyKey }));
  const age = (key: string, interval: string) =>
    database.ownerPool.query(
      `begin; select enter_organisation('vntt');
       update idempotency set recorded_at = recorded_at - interval '${interval}' where idempotency_key = '${key}'; commit`,
    );
  const forget = (limit: number) => forgetOldKeys(database, { organisation: "vntt", limit });

  it("forgets those of more than 30 days ago, some at a time, and no other", async () => {
    for (const key of ["a", "b", "c", "young"]) await register(key);
    for (const key of ["a", "b", "c"]) await age(key, "30 days 1 second");
    await age("young", "29 days 23 hours");
    assert.deepEqual([await forget(2), await forget(2), await forget(2)], [2, 1, 0]);
    assert.equal((await register("young")).repeated, true);
    assert.equal((await register("a")).repeated, false);
  });

  it("lets one worker at a time do it", async () => {
    for (const key of ["d", "e"]) {
      await register(key);
      await age(key, "31 days");
    }
    const forgotten = await Promise.all([forget(10), forget(10), forget(10)]);
    assert.equal(forgotten.reduce((sum, each) => sum + each, 0) + (await forget(10)), 2);
  });
});
