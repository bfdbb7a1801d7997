import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

const BUILT = join(import.meta.dirname, "../../web/dist");
const KB = 1000;

type Chunk = { file: string; imports?: string[] };

const manifest = JSON.parse(readFileSync(join(BUILT, "manifest.json"), "utf8")) as Record<string, Chunk>;

/** Bytes of gzipped JavaScript that a first visit loads before it shows anything. */
function firstLoadBytes(...entries: string[]): number {
  return chunksOf(...entries).reduce((sum, { file }) => sum + statSync(join(BUILT, `${file}.gz`)).size, 0);
}

/** The files of modules, with all that they cannot run without. */
function chunksOf(...entries: string[]): Chunk[] {
  const seen = new Set<string>();
  const visit = (name: string): Chunk[] => {
    const chunk = manifest[name];
    if (!chunk || seen.has(name)) return [];
    seen.add(name);
    return [chunk, ...(chunk.imports ?? []).flatMap(visit)];
  };
  return entries.flatMap(visit);
}

describe("what a first visit loads", () => {
  it("is at most 150 kB of gzipped JavaScript for a customer", () => {
    const bytes = firstLoadBytes("customer.html");
    assert.ok(bytes > 30 * KB, "React alone is more: the manifest was read wrongly");
    assert.ok(bytes <= 150 * KB, `${bytes} bytes`);
  });

  it("is at most 250 kB for the staff's frame, with the list that it is opened for", () => {
    const bytes = firstLoadBytes("staff.html", "staff/start.ts", "pages/work-queue/work-queue.tsx");
    assert.ok(bytes > 60 * KB, "React and the router alone are more");
    assert.ok(bytes <= 250 * KB, `${bytes} bytes`);
  });

  it("is named in the staff's page itself, so that nothing of it is found late", () => {
    const html = readFileSync(join(BUILT, "staff.html"), "utf8");
    for (const { file } of chunksOf("staff.html", "staff/start.ts", "pages/work-queue/work-queue.tsx")) {
      assert.equal(html.split(`"/${file}"`).length, 2, `${file} is named once`);
    }
    assert.equal(html.match(/rel="preload" as="font"/g)?.length, 6, "three weights of two alphabets");
  });
});
