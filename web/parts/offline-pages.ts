/** The page itself comes first; then what it needs to open without a network. */
const AFTER_MS = 2000;

/**
 * Keeps the pages at hand for the day without a network (`public/sw.js`): once this one has been loaded, and anew after each newer
 * version. A browser without such a program, or a page that came over plain HTTP from another machine, goes on without.
 */
export function keepPagesForOffline(pages: "staff" | "customer"): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  setTimeout(() => void keep(pages).catch(() => undefined), AFTER_MS);
}

async function keep(pages: "staff" | "customer"): Promise<void> {
  await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  active?.postMessage({ keepPagesOf: pages });
}
