import { useState } from "react";

/**
 * The one that is looked at, also once it has left the list: somebody else may have done it while it was being worked on, and what is
 * typed stays in sight. `release`: it was done here, and may go.
 */
export function useHeld<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  chosenId: string | undefined,
): { chosen: Item | undefined; release: () => void } {
  const [held, setHeld] = useState<Item>();
  const [released, setReleased] = useState<string>();
  const found = items.find((item) => idOf(item) === chosenId);
  if (found && found !== held) setHeld(found);
  const isKept = held !== undefined && idOf(held) === chosenId && chosenId !== released;
  return { chosen: found ?? (isKept ? held : undefined), release: () => setReleased(chosenId) };
}
