import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Store } from "./open-store.ts";

/** The edition that a complaint is under. Every kept edition is loaded at the start: one that is not is a fault. */
export function pinnedEdition({ registry }: Pick<Store, "registry">, { edition, number }: Complaint): Edition {
  const pinned = registry.byHash(edition.hash);
  if (!pinned) throw new Error(`edition ${edition.hash} of complaint ${number} is not loaded`);
  return pinned;
}
