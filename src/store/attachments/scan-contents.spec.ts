import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { openStandInClamd } from "../../../tests/support/stand-in-clamd.ts";
import type { AttachmentStore } from "./attachment-store.ts";
import { clamdScan } from "./clamd.ts";
import { diskStore } from "./disk.ts";
import { keepContent } from "./keep-content.ts";
import { contentSafety, scanUnseen } from "./scan-contents.ts";

const organisation = "vntt";
const EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

describe("a virus scanner", () => {
  let database: TestDatabase;
  let folder: string;
  let clamd: Awaited<ReturnType<typeof openStandInClamd>>;
  before(async () => {
    database = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), "hoiam-scan-"));
    clamd = await openStandInClamd();
  });
  after(async () => {
    await clamd.close();
    await database.close();
    await rm(folder, { recursive: true });
  });

  const scanned = (): AttachmentStore => ({ ...diskStore(folder), scan: clamdScan(clamd.place) });
  const unscanned = () => diskStore(folder);
  const away = (): AttachmentStore => ({ ...diskStore(folder), scan: clamdScan({ host: "127.0.0.1", port: 1 }) });
  const keep = (attachments: AttachmentStore, content: string | Buffer) =>
    keepContent(
      { pool: database.pool, attachments },
      { organisation, content: Readable.from([content]), type: "text/plain", bytesMax: 3_000_000, by: {} },
    );
  const safety = (attachments: AttachmentStore, sha256: string) =>
    contentSafety({ pool: database.pool, attachments }, organisation, sha256);

  it("lets pass what is harmless, in as many pieces as it comes", async () => {
    const kept = await keep(scanned(), Buffer.alloc(900_000, "a"));
    assert.equal(kept.infectedBy, null);
    assert.deepEqual(await safety(scanned(), kept.sha256), { state: "safe" });
  });

  it("finds what is not, and says so of the same content again without being asked again", async () => {
    const kept = await keep(scanned(), EICAR);
    assert.equal(kept.infectedBy, "Eicar-Test-Signature");
    assert.deepEqual(await safety(unscanned(), kept.sha256), { state: "infected", by: "Eicar-Test-Signature" });
    const { seen } = clamd;
    assert.equal((await keep(away(), EICAR)).infectedBy, "Eicar-Test-Signature");
    assert.equal(clamd.seen, seen);
  });

  it("costs nobody what they sent while it is away, and looks at it later", async () => {
    const kept = await keep(away(), `${EICAR} trong thư`);
    assert.equal(kept.infectedBy, null);
    assert.deepEqual(await safety(away(), kept.sha256), { state: "not-seen" });
    const places = { pool: database.pool, attachments: away() };
    await assert.rejects(scanUnseen(places, { organisation, limit: 10 }), { code: "ECONNREFUSED" });
    assert.equal(await scanUnseen({ ...places, attachments: scanned() }, { organisation, limit: 10 }), 1);
    assert.deepEqual(await safety(scanned(), kept.sha256), { state: "infected", by: "Eicar-Test-Signature" });
    assert.equal(await scanUnseen({ ...places, attachments: scanned() }, { organisation, limit: 10 }), 0);
  });

  it("is not believed where it could not look at all of it", async () => {
    const kept = await keep(scanned(), Buffer.alloc(2_000_000, "b"));
    assert.deepEqual(await safety(scanned(), kept.sha256), { state: "not-seen" });
    const content = await scanned().open(organisation, kept.sha256);
    assert.ok(content);
    await assert.rejects(clamdScan(clamd.place)(content), /clamd could not look at a content/);
  });

  it("does not matter where there is none", async () => {
    const kept = await keep(unscanned(), "không quét");
    assert.deepEqual(await safety(unscanned(), kept.sha256), { state: "safe" });
    assert.equal(await scanUnseen({ pool: database.pool, attachments: unscanned() }, { organisation, limit: 10 }), 0);
  });
});
