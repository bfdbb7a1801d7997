import { upload } from "../api/ask.ts";
import type { Handed } from "./parts/handed-files.tsx";

/** Each file is uploaded once to the provider: what has its hash is there already. */
export function allUploaded(
  organisation: string,
  files: readonly Handed[],
  keep: (files: Handed[]) => void,
): Promise<Handed[]> {
  return allUploadedTo(`/public/organisations/${organisation}/attachments`, files, keep);
}

/** The same, to an address of its own. */
export async function allUploadedTo(
  to: string,
  files: readonly Handed[],
  keep: (files: Handed[]) => void,
): Promise<Handed[]> {
  let done = [...files];
  for (const file of files) {
    if (file.sha256 !== undefined) continue;
    const { sha256 } = await upload(file.blob, file.name, { to });
    done = done.map((each) => (each.id === file.id ? { ...each, sha256 } : each));
    keep(done);
  }
  return done;
}
