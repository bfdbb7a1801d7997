const TRIED = "reloaded-at";
const AGAIN_MS = 30_000;

/**
 * A part that is gone since newer pages were put in place: load the page anew, once. Forms keep their drafts. Without a network a
 * part is not gone, and loading anew would only lose what is shown.
 */
export function followNewerPages(): void {
  addEventListener("vite:preloadError", (event) => {
    if (!navigator.onLine) return;
    const last = Number(sessionStorage.getItem(TRIED) ?? 0);
    if (event.timeStamp + performance.timeOrigin - last < AGAIN_MS) return;
    sessionStorage.setItem(TRIED, String(event.timeStamp + performance.timeOrigin));
    event.preventDefault();
    location.reload();
  });
}
