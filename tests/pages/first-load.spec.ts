import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

const BUILT = join(import.meta.dirname, "../../web/dist");
const KB = 1000;

type Chunk = { file: string; imports?: string[] };

const manifest = JSON.parse(readFileSync(join(BUILT, "manifest.json"), "utf8")) as Record<string, Chunk>;

/** Bytes of gzipped JavaScript that a first visit loads before it shows anything. */
function firstLoadBytes(entry: string): number {
  const seen = new Set<string>();
  const visit = (name: string): number => {
    const chunk = manifest[name];
    if (!chunk || seen.has(name)) return 0;
    seen.add(name);
    const own = statSync(join(BUILT, `${chunk.file}.gz`)).size;
    return (chunk.imports ?? []).reduce((sum, imported) => sum + visit(imported), own);
  };
  return visit(entry);
}

describe("what a first visit loads", () => {
  it("is at most 150 kB of gzipped JavaScript for a customer", () => {
    const bytes = firstLoadBytes("customer.html");
    assert.ok(bytes > 30 * KB, "React alone is more: the manifest was read wrongly");
    assert.ok(bytes <= 150 * KB, `${bytes} bytes`);
  });

  it("is at most 250 kB for the staff's frame", () => {
    const bytes = firstLoadBytes("staff.html");
    assert.ok(bytes > 60 * KB, "React and the router alone are more");
    assert.ok(bytes <= 250 * KB, `${bytes} bytes`);
  });
});
