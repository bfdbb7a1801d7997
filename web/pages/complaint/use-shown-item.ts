import { useLocation } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";

/** What is not drawn by then is not there for this reader. */
const DRAWN_MS_MAX = 10_000;

/**
 * Brings the item that the address names (`#fact-7`, `#clock-…`, `#coordination-…`, `#paper-…`) into sight, once it is drawn, and marks it until
 * another is named. `onNamed`: which one, before it is looked for, so that the part of the page it stands in can be brought forward.
 */
export function useShownItem(onNamed: (id: string) => void): void {
  const id = useLocation({ select: ({ hash }) => hash });
  const named = useEffectEvent(onNamed);
  useEffect(() => {
    if (id === "") return undefined;
    named(id);
    let shown: HTMLElement | undefined;
    const look = () => {
      const item = document.getElementById(id);
      const folded = item?.closest("details");
      if (folded) folded.open = true;
      // On a telephone the part of the page it stands in may still be hidden.
      if (!item || item.offsetParent === null) return;
      shown = item;
      watching.disconnect();
      bringIntoSight(item);
    };
    const watching = new MutationObserver(look);
    watching.observe(document.body, { childList: true, subtree: true, attributeFilter: ["class"] });
    const giveUp = setTimeout(() => watching.disconnect(), DRAWN_MS_MAX);
    look();
    return () => {
      clearTimeout(giveUp);
      watching.disconnect();
      delete shown?.dataset["shown"];
    };
  }, [id]);
}

function bringIntoSight(item: HTMLElement): void {
  item.dataset["shown"] = "";
  item.scrollIntoView({ block: "center" });
  // Read out, and where the keyboard goes on from.
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
}
