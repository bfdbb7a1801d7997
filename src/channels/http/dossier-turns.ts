/** Gathered at once by everybody in this process: each holds documents in memory. */
const AT_ONCE = 2;
const WAITING_MAX = 24;

let running = 0;
const waiting: (() => void)[] = [];

/** Gathers documents when it is its turn; undefined: too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
  if (running < AT_ONCE) running += 1;
  else if (waiting.length >= WAITING_MAX) return undefined;
  else await new Promise<void>((go) => waiting.push(go));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
