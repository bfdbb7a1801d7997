import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { openStandInBucket, type StandInBucket } from "../../../tests/support/stand-in-bucket.ts";
import type { AttachmentStore } from "./attachment-store.ts";
import { bucketStore } from "./bucket.ts";
import { diskStore } from "./disk.ts";
import { signRequest } from "./sign-request.ts";

let folder: string;
let bucket: StandInBucket;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "hoiam-attachments-"));
  bucket = await openStandInBucket();
});
after(async () => {
  bucket.close();
  await rm(folder, { recursive: true });
});

const stores: Record<string, () => AttachmentStore> = {
  "on disk": () => diskStore(join(folder, "disk")),
  "in a bucket": () => bucketStore({ ...bucket.config, incomingFolder: join(folder, "bucket-incoming") }),
};

for (const [where, make] of Object.entries(stores)) {
  describe(`attachments ${where}`, () => {
    const hoaDon = Buffer.from("hoá đơn tháng 10 ".repeat(10_000));
    const sha256 = createHash("sha256").update(hoaDon).digest("hex");
    const limits = { bytesMax: 1_000_000 };
    const chunks = (content: Buffer) => Readable.from([content.subarray(0, 70_000), content.subarray(70_000)]);

    it("are kept under their hash, and read again", async () => {
      const kept = await make().put("vntt", chunks(hoaDon), limits);
      assert.deepEqual(kept, { sha256, bytes: hoaDon.length });
      const opened = await make().open("vntt", sha256);
      assert.ok(opened);
      assert.ok(hoaDon.equals(await buffer(opened)));
      assert.deepEqual(await make().put("vntt", chunks(hoaDon), limits), kept);
      assert.equal(await make().has("vntt", sha256), true);
      assert.equal(await make().has("vntt", "0".repeat(64)), false);
    });

    it("are not another organisation's", async () => {
      assert.equal(await make().open("bkns", sha256), undefined);
    });

    it("leave nothing when the stream breaks off or is too long", async () => {
      const broken = Readable.from(
        (function* () {
          yield Buffer.from("một nửa");
          throw new Error("the connection was cut");
        })(),
      );
      await assert.rejects(make().put("vntt", broken, limits), /was cut/);
      await assert.rejects(make().put("vntt", chunks(hoaDon), { bytesMax: 100 }), { name: "TooManyBytes" });
      const half = createHash("sha256").update("một nửa").digest("hex");
      assert.equal(await make().open("vntt", half), undefined);
      for (const incoming of ["disk/incoming", "bucket-incoming"]) {
        assert.deepEqual(await readdir(join(folder, incoming)).catch(() => []), []);
      }
    });

    it("are removed, once or twice", async () => {
      await make().remove("vntt", sha256);
      await make().remove("vntt", sha256);
      assert.equal(await make().open("vntt", sha256), undefined);
    });

    it("have names that lead nowhere else", async () => {
      await assert.rejects(async () => make().open("../bkns", sha256), RangeError);
      await assert.rejects(async () => make().open("vntt", "../../etc/passwd"), RangeError);
    });
  });
}

describe("signRequest", () => {
  it("signs as the documentation's example does (GET Object)", () => {
    const headers = signRequest(
      {
        method: "GET",
        host: "examplebucket.s3.amazonaws.com",
        path: "/test.txt",
        bodySha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        range: "bytes=0-9",
        at: new Date("2013-05-24T00:00:00Z"),
      },
      {
        accessKeyId: "AKIAIOSFODNN7EXAMPLE",
        secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        region: "us-east-1",
      },
    );
    assert.equal(headers["x-amz-date"], "20130524T000000Z");
    assert.equal(
      headers["authorization"],
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, " +
        "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, " +
        "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
  });
});
