import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";

/**
 * A tooltip: what a button is called and which keys do the same. For eyes only: whoever hears the page is told by the button itself,
 * and by the list of keys (`?`).
 */
export function Hint({ text, keys, children }: { text?: string; keys?: string | undefined; children: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup
            aria-hidden
            className="flex items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-page shadow-raised"
          >
            {text}
            {keys && <Keys keys={keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** Keys as they stand on the keyboard: `Ctrl K` are two, and so is a capital letter. */
export function Keys({ keys }: { keys: string }) {
  const pressed = /^[A-Z]$/.test(keys) ? `Shift ${keys.toLowerCase()}` : keys;
  return (
    <span className="inline-flex gap-1">
      {pressed.split(" ").map((key) => (
        <kbd key={key} className="min-w-5 rounded border border-current px-1 text-center font-sans text-xs leading-4">
          {printed[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}

/** What is printed on the keys that browsers call otherwise. */
const printed: Readonly<Record<string, string>> = { ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc" };
