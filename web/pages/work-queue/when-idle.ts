/** Nobody waits longer than this for what is read ahead. */
const MS_MAX = 300;

/** Does it once the browser has drawn what it has and nobody is typing; gives the way to call it off. */
export function whenIdle(work: () => void): () => void {
  // Safari has no such thing.
  if (typeof requestIdleCallback !== "function") {
    const waiting = setTimeout(work);
    return () => clearTimeout(waiting);
  }
  const waiting = requestIdleCallback(work, { timeout: MS_MAX });
  return () => cancelIdleCallback(waiting);
}
