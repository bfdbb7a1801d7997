import type { Answer } from "../../api/ask.ts";

export type Decision = Answer<"GET /approvals">["items"][number];

/** A complaint may wait for several decisions at once. */
export function keyOf({ about, itemId }: Decision): string {
  return `${about}-${itemId}`;
}

/** What stands in the form of a decision before anybody types: the item that it is about. */
export function givenTo({ about, itemId }: Decision): Record<string, unknown> {
  const field = { resolution: undefined, dossier: "dossierId", remedy: "remedyId", paper: "paperId" }[about];
  return field === undefined ? {} : { [field]: itemId };
}
