/** So many pieces of work at once, so many waiting of one place, and so many waiting in all. */
type Bounds = { atOnce: number; waitingOfPlace: number; waiting: number };

/** Does the work when it is its turn; "full" where too much waits already, and nothing was done. */
export type InTurn = <T>(place: string, work: () => Promise<T>) => Promise<T | "full">;

/**
 * Shares what is scarce among the places that ask for it: one after the other has a turn, however much each of them asks for. Whoever
 * asks a thousand times makes their own queue longer and nobody else's.
 */
export function fairTurns(bounds: Bounds): InTurn {
  const queues = new Map<string, (() => void)[]>();
  let running = 0;
  let waiting = 0;

  const next = () => {
    const [first] = queues;
    if (!first) return;
    const [place, [start, ...others]] = first;
    // To the end of the round, behind every other place.
    queues.delete(place);
    if (others.length > 0) queues.set(place, others);
    waiting -= 1;
    start?.();
  };

  return async (place, work) => {
    if (running >= bounds.atOnce) {
      const queue = queues.get(place) ?? [];
      if (waiting >= bounds.waiting || queue.length >= bounds.waitingOfPlace) return "full";
      waiting += 1;
      // The turn is handed over, so that nobody who comes in between takes it.
      await new Promise<void>((resolve) => queues.set(place, [...queue, resolve]));
    } else running += 1;
    try {
      return await work();
    } finally {
      if (queues.size > 0) next();
      else running -= 1;
    }
  };
}
