import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fieldsDocument } from "./fields-document.ts";

describe("the document of the fields of templates", () => {
  it("names every field as it is now", () => {
    const path = join(import.meta.dirname, "../../../docs/word-templates.md");
    assert.equal(readFileSync(path, "utf8"), fieldsDocument(), "run node bin/write-template-fields.ts");
    assert.match(fieldsDocument(), /^- `\{so_van_ban\}` Số và ký hiệu, lấy từ sổ khi phát hành · Number and symbol$/m);
  });
});
