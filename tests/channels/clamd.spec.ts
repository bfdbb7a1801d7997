import assert from "node:assert/strict";
import { chown, mkdtemp, rm, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { clamdScan } from "../../src/store/attachments/clamd.ts";
import { freePort, ownerOf, startProgram, withoutPrograms, type Running } from "./support/programs.ts";

const USER = "nobody";
/** The one signature that this scanner knows: of this text and nothing in the world. */
const BAD = "Hôi-Am-mathanh";

describe("ClamAV itself", { skip: withoutPrograms("clamd") }, () => {
  let folder: string;
  let port: number;
  let running: Running;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "hoiam-clamd-"));
    port = await freePort();
    const signatures = join(folder, "db");
    await mkdir(signatures);
    await writeFile(join(signatures, "own.ndb"), `Hoi-Am-Test:0:*:${Buffer.from(BAD).toString("hex")}\n`);
    const config = join(folder, "clamd.conf");
    const lines = [
      "Foreground yes",
      `TCPSocket ${port}`,
      "TCPAddr 127.0.0.1",
      `DatabaseDirectory ${signatures}`,
      `TemporaryDirectory ${folder}`,
      "StreamMaxLength 1M",
    ];
    await writeFile(config, `${lines.join("\n")}\n`);
    const owner = ownerOf(USER);
    if (owner) for (const path of [folder, signatures]) await chown(path, owner.uid, owner.gid);
    running = await startProgram({ program: "clamd", arguments: [`--config-file=${config}`], user: USER, port });
  });
  after(async () => {
    await running.stop();
    await rm(folder, { recursive: true });
  });

  const scan = (content: Buffer) => clamdScan({ host: "127.0.0.1", port })(Readable.from([content]));

  it("lets pass what is harmless, and names what it finds, also at the end of a long content", async () => {
    assert.equal(await scan(Buffer.from("Biên bản hiện trường")), null);
    assert.equal(await scan(Buffer.from(BAD)), "Hoi-Am-Test.UNOFFICIAL");
    const long = Buffer.concat([Buffer.alloc(900_000, "a"), Buffer.from(BAD)]);
    assert.equal(await scan(long), "Hoi-Am-Test.UNOFFICIAL");
  });

  it("that does not look at a whole content is not taken to have found nothing", async () => {
    await assert.rejects(scan(Buffer.alloc(1_500_000, "a")), /clamd could not look at a content/);
  });
});
