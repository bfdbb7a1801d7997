import { useEffect, useRef } from "react";

/** Longer than any page needs to show its title; after that nothing is moved under somebody's hands. */
const WAIT_MS = 5000;

/**
 * Where somebody came to another page, its title takes the focus: a screen reader reads it, and the keyboard goes on from there.
 * A page that takes the focus itself keeps it, and so does a dialogue. `onTitle`: told the title of each page, the first one's too.
 */
export function useArrival(path: string, onTitle?: (title: string) => void): void {
  const arrivedAt = useRef<string>(undefined);
  useEffect(() => keepFocus(), []);
  useEffect(() => {
    if (path === "") return undefined;
    const isFirst = arrivedAt.current === undefined;
    arrivedAt.current = path;
    return whenTitled((title) => {
      onTitle?.(title.textContent);
      if (!isFirst && !isAtWork()) focusTitle(title);
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- told once for each page
  }, [path]);
}

/** Calls as soon as the page has its title, at once or when it has loaded; gives the way to stop waiting. */
function whenTitled(then: (title: HTMLElement) => void): () => void {
  const look = () => {
    const title = document.querySelector<HTMLElement>("main h1");
    if (!title) return;
    stop();
    then(title);
  };
  const changes = new MutationObserver(look);
  const timer = setTimeout(() => stop(), WAIT_MS);
  const stop = () => {
    changes.disconnect();
    clearTimeout(timer);
  };
  changes.observe(document.body, { childList: true, subtree: true });
  // The page before is still there until this one is drawn.
  requestAnimationFrame(look);
  return stop;
}

/** Where what had the focus is taken away (the button of a step that is done), the title has it: the next key does not begin at the top. */
function keepFocus(): () => void {
  let last: Element | null = null;
  const remember = ({ target }: FocusEvent) => (last = target instanceof Element ? target : null);
  const changes = new MutationObserver(() => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    last = null;
    const title = document.querySelector<HTMLElement>("main h1");
    if (title) focusTitle(title);
  });
  document.addEventListener("focusin", remember);
  changes.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", remember);
    changes.disconnect();
  };
}

function isAtWork(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement.closest("main *, [role=dialog], [role=menu]") !== null;
}

function focusTitle(title: HTMLElement): void {
  if (!title.hasAttribute("tabindex")) title.tabIndex = -1;
  title.style.outline = "none";
  title.focus({ preventScroll: true });
}
