import type { Names } from "./names.ts";

export function Presence(_asked: { complaintId: string; names: Names }) {
  return null;
}
