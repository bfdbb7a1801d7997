import { join } from "node:path";
import type { Config } from "../config.ts";
import type { AttachmentStore } from "../store/attachments/attachment-store.ts";
import { bucketStore } from "../store/attachments/bucket.ts";
import { clamdScan } from "../store/attachments/clamd.ts";
import { diskStore } from "../store/attachments/disk.ts";

/** Where the configuration wants attachments kept, in a bucket or else below the data folder, and what looks at them. */
export function attachmentsOf(
  { bucket, clamd }: Pick<Config, "bucket" | "clamd">,
  dataFolder: string,
): AttachmentStore {
  const store = bucket
    ? bucketStore({ ...bucket, incomingFolder: join(dataFolder, "incoming") })
    : diskStore(join(dataFolder, "attachments"));
  return clamd ? { ...store, scan: clamdScan(clamd) } : store;
}
