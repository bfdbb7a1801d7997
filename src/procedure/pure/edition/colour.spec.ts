import assert from "node:assert/strict";
import { test } from "node:test";
import { colourSchema } from "./colour.ts";

test("a provider's colour is dark enough for white letters", () => {
  assert.equal(colourSchema.safeParse("#0b6b5e").success, true);
  // 4.54 and 4.48 to 1: the two greys on either side of the bound.
  assert.equal(colourSchema.safeParse("#767676").success, true);
  assert.equal(colourSchema.safeParse("#777777").success, false);
  assert.equal(colourSchema.safeParse("#ffd400").success, false);
  assert.equal(colourSchema.safeParse("red").success, false);
});
