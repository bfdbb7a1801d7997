import { join } from "node:path";
import type { Config } from "../config.ts";
import type { AttachmentStore } from "../store/attachments/attachment-store.ts";
import { bucketStore } from "../store/attachments/bucket.ts";
import { diskStore } from "../store/attachments/disk.ts";

/** Where the configuration wants attachments kept: in a bucket, or else below the data folder. */
export function attachmentsOf({ bucket }: Pick<Config, "bucket">, dataFolder: string): AttachmentStore {
  if (!bucket) return diskStore(join(dataFolder, "attachments"));
  return bucketStore({ ...bucket, incomingFolder: join(dataFolder, "incoming") });
}
