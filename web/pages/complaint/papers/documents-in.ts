import type { Document } from "../file.ts";
import type { Data } from "../timeline/happened.ts";

/** The documents that were handed in with a fact, under whichever name it keeps them. */
export function documentsIn({ attachments, evidence, attachment }: Data): Document[] {
  const lists = [attachments, evidence].flatMap((list) => (Array.isArray(list) ? (list as Document[]) : []));
  return typeof attachment === "object" && attachment !== null ? [...lists, attachment as Document] : lists;
}
