import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkNames, type AttachmentStore } from "./attachment-store.ts";
import { receiveContent } from "./receive-content.ts";

/** Keeps contents below a folder: `<organisation>/<first two digits>/<sha256>`. */
export function diskStore(folder: string): AttachmentStore {
  const pathOf = (organisation: string, sha256: string) => {
    checkNames(organisation, sha256);
    return join(folder, organisation, sha256.slice(0, 2), sha256);
  };
  return {
    put: (organisation, content, { bytesMax }) =>
      receiveContent(content, { folder: join(folder, "incoming"), bytesMax }, async ({ path, sha256, bytes }) => {
        const place = pathOf(organisation, sha256);
        await mkdir(dirname(place), { recursive: true });
        // The same content again takes the place of itself.
        await rename(path, place);
        await syncFolder(dirname(place));
        return { sha256, bytes };
      }),
    open: async (organisation, sha256) => {
      const place = pathOf(organisation, sha256);
      if (!(await isFile(place))) return undefined;
      return (await open(place, "r")).createReadStream();
    },
    has: async (organisation, sha256) => isFile(pathOf(organisation, sha256)),
    remove: (organisation, sha256) => rm(pathOf(organisation, sha256), { force: true }),
  };
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}

/** A renamed file is safe once its folder is. Windows cannot sync a folder, and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
