const KEY = "queue-order";

export type Neighbours = { place: number; of: number; previous?: string; next?: string };

/** Where the complaint stands in the list last looked at in this tab; undefined where it stands in none. */
export function neighboursOf(complaintId: string): Neighbours | undefined {
  const order = keptOrder();
  const place = order.indexOf(complaintId);
  if (place < 0) return undefined;
  const previous = order[place - 1];
  const next = order[place + 1];
  return { place: place + 1, of: order.length, ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

function keptOrder(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
