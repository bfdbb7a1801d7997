import { upload } from "../api/ask.ts";
import type { Handed } from "./parts/handed-files.tsx";

/** Each file is uploaded once: what has its hash is there already. */
export async function allUploaded(
  organisation: string,
  files: readonly Handed[],
  keep: (files: Handed[]) => void,
): Promise<Handed[]> {
  let done = [...files];
  for (const file of files) {
    if (file.sha256 !== undefined) continue;
    const { sha256 } = await upload(file.blob, file.name, { to: `/public/organisations/${organisation}/attachments` });
    done = done.map((each) => (each.id === file.id ? { ...each, sha256 } : each));
    keep(done);
  }
  return done;
}
