import { useCallback, useState } from "react";

/** A text that is kept in this browser as it is typed, until it was sent. */
export function useKept(place: string): [text: string, set: (text: string) => void] {
  const [text, setText] = useState(() => kept(place));
  const set = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next === "") localStorage.removeItem(place);
        else localStorage.setItem(place, next);
      } catch {
        // A private window may refuse; the text then lasts as long as the page.
      }
    },
    [place],
  );
  return [text, set];
}

function kept(place: string): string {
  try {
    return localStorage.getItem(place) ?? "";
  } catch {
    return "";
  }
}
