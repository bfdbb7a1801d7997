import { removeExpired } from "../access/remove-expired.ts";
import type { AttachmentStore } from "../store/attachments/attachment-store.ts";
import { letGoOfErased } from "../store/attachments/erased-contents.ts";
import { removeUnnamedContents } from "../store/attachments/remove-unnamed.ts";
import { scanUnseen } from "../store/attachments/scan-contents.ts";
import { forgetOldKeys } from "../store/forget-old-keys.ts";
import type { Store } from "../store/open-store.ts";

/** Rows of one sort in one transaction. */
const BATCH = 500;
/** A content may be a call to a bucket. */
const CONTENTS_BATCH = 50;

/**
 * What the worker takes away when its time is over, and has looked at where that was not done, for one organisation: each gives how many.
 *
 * @param attachments undefined where this machine is not the one that keeps them
 */
export function housekeeping(
  { pool }: Pick<Store, "pool">,
  attachments: AttachmentStore | undefined,
): ((organisation: string) => Promise<number>)[] {
  const expired = (organisation: string) => removeExpired({ pool }, { organisation, limit: BATCH });
  const erased = (organisation: string) => letGoOfErased({ pool }, { organisation, limit: BATCH });
  const keys = (organisation: string) => forgetOldKeys({ pool }, { organisation, limit: BATCH });
  if (!attachments) return [expired, keys, erased];
  return [
    expired,
    keys,
    erased,
    (organisation) => removeUnnamedContents({ pool, attachments }, { organisation, limit: CONTENTS_BATCH }),
    (organisation) => scanUnseen({ pool, attachments }, { organisation, limit: CONTENTS_BATCH }),
  ];
}
