import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { join } from "node:path";
import { loadEditions } from "../procedure/load/load-editions.ts";
import { papersOf } from "./papers-of.ts";

describe("what makes papers", () => {
  it("is not begun with an office program that is not there", async () => {
    const loaded = loadEditions([join(import.meta.dirname, "../../procedures")]);
    assert.ok(loaded.ok);
    await assert.rejects(
      papersOf({ registry: loaded.registry }, { office: "/nowhere/soffice" } as Parameters<typeof papersOf>[1]),
      /HOIAM_OFFICE names no program: \/nowhere\/soffice/,
    );
  });
});
