import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { openStandInBucket, type StandInBucket } from "../../tests/support/stand-in-bucket.ts";
import { readConfig } from "../config.ts";
import { attachmentsOf } from "./attachments-of.ts";

describe("attachments", () => {
  let bucket: StandInBucket;
  let dataFolder: string;
  before(async () => {
    bucket = await openStandInBucket();
    dataFolder = await mkdtemp(join(tmpdir(), "hoiam-data-"));
  });
  after(async () => {
    bucket.close();
    await rm(dataFolder, { recursive: true });
  });

  const put = (environment: Record<string, string>) =>
    attachmentsOf(readConfig(environment), dataFolder).put("vntt", Readable.from([Buffer.from("hoá đơn")]), {
      bytesMax: 100,
    });

  it("go into the bucket that the configuration names, and nowhere else", async () => {
    const { endpoint, region, accessKeyId, secretAccessKey } = bucket.config;
    const { sha256 } = await put({
      HOIAM_BUCKET: bucket.config.bucket,
      HOIAM_BUCKET_URL: endpoint,
      HOIAM_BUCKET_REGION: region,
      HOIAM_BUCKET_KEY: accessKeyId,
      HOIAM_BUCKET_SECRET: secretAccessKey,
    });
    assert.deepEqual([...bucket.objects.keys()], [`/hoi-am/vntt/${sha256}`]);
    assert.deepEqual(await readdir(dataFolder), ["incoming"]);
    assert.deepEqual(await readdir(join(dataFolder, "incoming")), []);
  });

  it("stay in the data folder where it names none", async () => {
    const { sha256 } = await put({});
    assert.deepEqual(await readdir(join(dataFolder, "attachments/vntt", sha256.slice(0, 2))), [sha256]);
  });
});
