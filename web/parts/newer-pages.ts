const TRIED = "reloaded-at";
const AGAIN_MS = 30_000;

/** A part that is gone since newer pages were put in place: load the page anew, once. Forms keep their drafts. */
export function followNewerPages(): void {
  addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem(TRIED) ?? 0);
    if (event.timeStamp + performance.timeOrigin - last < AGAIN_MS) return;
    sessionStorage.setItem(TRIED, String(event.timeStamp + performance.timeOrigin));
    event.preventDefault();
    location.reload();
  });
}
