import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestApi } from "../../tests/support/api.ts";
import { knownOrganisations } from "./known-organisations.ts";

test("a word that names no organisation is refused, and never reads as one without complaints", async () => {
  const { database, close } = await openTestApi();
  try {
    assert.deepEqual(await knownOrganisations(database.pool, "vntt"), ["vntt"]);
    assert.ok((await knownOrganisations(database.pool, undefined)).includes("kplus"));
    await assert.rejects(
      knownOrganisations(database.pool, "vnt"),
      /no organisation "vnt" in this database: it has .*vntt/,
    );
  } finally {
    await close();
  }
});
