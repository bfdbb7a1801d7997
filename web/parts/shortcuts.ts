import { useEffect, useRef } from "react";

export type Shortcut = {
  /** `j`, `?`, `Enter`, `Ctrl K` (⌘ counts as Ctrl), or two keys one after the other: `g v`. */
  keys: string;
  /** What it does, for the list of shortcuts and for the palette. */
  label: string;
  run: () => void;
};

const SEQUENCE_MS = 1200;
const layers: { current: readonly Shortcut[] }[] = [];
let before: { key: string; at: number } | undefined;

/**
 * These keys work while the component is shown; those of what opened last come first, and those of the frame around the page last,
 * whichever was mounted first. Never while a field is typed in.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], { isFrame = false } = {}): void {
  const layer = useRef(shortcuts);
  useEffect(() => {
    layer.current = shortcuts;
  });
  useEffect(() => {
    if (layers.length === 0) document.addEventListener("keydown", onKey);
    if (isFrame) layers.unshift(layer);
    else layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) document.removeEventListener("keydown", onKey);
    };
  }, [isFrame]);
}

/** What works here now, the newest first; a key that two would take is the newer one's. */
export function shortcutsHere(): Shortcut[] {
  const all = layers.toReversed().flatMap(({ current }) => current);
  return all.filter((shortcut, place) => all.findIndex(({ keys }) => keys === shortcut.keys) === place);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = nameOf(event);
  const isCommand = event.ctrlKey || event.metaKey;
  if (!isCommand && isTyping(event.target)) return;
  if (pressed === "Enter" && isControl(event.target)) return;
  const sequence = before && event.timeStamp - before.at < SEQUENCE_MS ? `${before.key} ${pressed}` : undefined;
  const here = shortcutsHere();
  const found = here.find(({ keys }) => keys === sequence) ?? here.find(({ keys }) => keys === pressed);
  before = found ? undefined : { key: pressed, at: event.timeStamp };
  if (!found) return;
  event.preventDefault();
  found.run();
}

function nameOf({ key, ctrlKey, metaKey }: KeyboardEvent): string {
  const named = key.length === 1 ? key.toUpperCase() : key;
  return ctrlKey || metaKey ? `Ctrl ${named}` : key;
}

/** Enter is the control's own there. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a,button,summary,[role=button]") !== null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[role=dialog]:not([aria-modal=false]),[role=menu],[role=listbox]"))
    return true;
  return target instanceof HTMLInputElement
    ? !["checkbox", "radio", "button", "submit"].includes(target.type)
    : ["TEXTAREA", "SELECT"].includes(target.tagName);
}
