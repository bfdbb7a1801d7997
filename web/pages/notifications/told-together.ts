import type { Answer } from "../../api/ask.ts";

export type Told = Answer<"GET /notifications">["items"][number];
/** What is shown as one: the latest, and all that it stands for. */
export type Together = { latest: Told; all: Told[] };

/**
 * A term is told of several times as it comes nearer, and again when it is over: only the latest says anything. All else stands by itself.
 * `items`: the latest first, and so is what is given back.
 */
export function toldTogether(items: readonly Told[]): Together[] {
  const found = new Map<string, Together>();
  for (const item of items) {
    const key = keyOf(item);
    const known = found.get(key);
    if (known) known.all.push(item);
    else found.set(key, { latest: item, all: [item] });
  }
  return [...found.values()];
}

function keyOf({ kind, complaintId, clockName, notificationId }: Told): string {
  const isOfTerm = (kind === "clock-warned" || kind === "clock-breached") && clockName !== null;
  return isOfTerm ? JSON.stringify([complaintId, clockName]) : notificationId;
}
