import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { done, openTestStore, registered } from "../../../tests/support/store.ts";
import type { Command } from "../../complaint/command.ts";
import type { Actor } from "../../complaint/context.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { handleCommand } from "../handle-command.ts";
import type { Store } from "../open-store.ts";
import type { AttachmentStore } from "./attachment-store.ts";
import { diskStore } from "./disk.ts";
import { letGoOfErased } from "./erased-contents.ts";
import { removeUnnamedContents } from "./remove-unnamed.ts";

const organisation = "vntt";
const actor: Actor = {
  kind: "person",
  personId: "lan",
  roles: (["clerk", "shift-lead", "administrator"] as const).map((role) => ({ role, unit: "cskh" })),
};

describe("the content of an erased document", () => {
  let database: TestDatabase;
  let store: Store;
  let folder: string;
  let attachments: AttachmentStore;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    folder = await mkdtemp(join(tmpdir(), "hoiam-erased-"));
    attachments = diskStore(folder);
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  async function uploaded(text: string): Promise<string> {
    const { sha256, bytes } = await attachments.put(organisation, Readable.from([text]), { bytesMax: 1000 });
    await writeInside(database.pool, organisation, (inside) =>
      inside.query(
        `insert into attachment (organisation, sha256, bytes, type, uploaded_by) values ($1, $2, $3, 'text/plain', '{}')
         on conflict (organisation, sha256) do update set wanted_at = now()`,
        [organisation, sha256, bytes],
      ),
    );
    return sha256;
  }

  const carryOut = async (complaintId: string, command: Command) =>
    done(await handleCommand(store, { organisation, complaintId, actor, command }));

  /** An ended complaint with one document in its file. */
  async function complaintWith(sha256: string): Promise<{ complaintId: string; sequence: number }> {
    const { complaintId } = await registered(store);
    const attachment = { attachmentId: "d1", name: "CCCD Trần Bình.txt", type: "text/plain", bytes: 10, sha256 };
    const { events } = await carryOut(complaintId, { verb: "attach", data: {}, attachments: [attachment] });
    await carryOut(complaintId, { verb: "withdraw", data: { reason: "khách rút", channel: "phone" } });
    await carryOut(complaintId, { verb: "close", data: { outcome: "withdrawn" } });
    return { complaintId, sequence: events[0]?.sequence ?? 0 };
  }

  const erase = ({ complaintId, sequence }: { complaintId: string; sequence: number }) =>
    carryOut(complaintId, {
      verb: "redact",
      data: { events: [{ sequence, paths: ["attachment.name"] }], reason: "yêu cầu xoá", basis: "Luật 91/2025" },
    });
  /** As the worker's housekeeping does. */
  async function remove(): Promise<number> {
    await letGoOfErased(database, { organisation, limit: 10 });
    return removeUnnamedContents({ pool: database.pool, attachments }, { organisation, limit: 10 });
  }
  const afterADay = () =>
    database.ownerPool.query(
      "begin; select enter_organisation('vntt'); update attachment set wanted_at = wanted_at - interval '25 hours'; commit",
    );
  const isKept = async (sha256: string) => {
    const content = await attachments.open(organisation, sha256);
    content?.destroy();
    return content !== undefined;
  };

  it("is removed, a day after it was handed in at the earliest", async () => {
    const sha256 = await uploaded("căn cước");
    await erase(await complaintWith(sha256));
    assert.equal(await remove(), 0);
    assert.ok(await isKept(sha256));
    await afterADay();
    assert.equal(await remove(), 1);
    assert.equal(await isKept(sha256), false);
    assert.equal(await remove(), 0);
  });

  it("stays as long as another complaint names it", async () => {
    const sha256 = await uploaded("sự cố chung");
    const [one, other] = [await complaintWith(sha256), await complaintWith(sha256)];
    await erase(one);
    await afterADay();
    assert.equal(await remove(), 0);
    assert.ok(await isKept(sha256));
    await erase(other);
    assert.equal(await remove(), 1);
    assert.equal(await isKept(sha256), false);
  });

  it("waits for who hands the same content in anew", async () => {
    const sha256 = await uploaded("gửi lại");
    await erase(await complaintWith(sha256));
    await afterADay();
    await uploaded("gửi lại");
    assert.equal(await remove(), 0);
    await complaintWith(sha256);
    await afterADay();
    assert.equal(await remove(), 0);
    assert.ok(await isKept(sha256));
  });

  it("stays when another value of the complaint is erased", async () => {
    const sha256 = await uploaded("hoá đơn");
    const { complaintId } = await complaintWith(sha256);
    await carryOut(complaintId, {
      verb: "redact",
      data: { events: [{ sequence: 1, paths: ["customer.name"] }], reason: "yêu cầu xoá", basis: "Luật 91/2025" },
    });
    await afterADay();
    assert.equal(await remove(), 0);
    assert.ok(await isKept(sha256));
  });
});
