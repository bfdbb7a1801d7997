import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { Keys } from "./hint.tsx";

export type MenuItem = {
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  shortcut?: string;
  disabled?: boolean;
  className?: string;
};

/** A list of actions that opens from a button. */
export function Menu({ trigger, items, children }: { trigger: ReactElement; items: MenuItem[]; children?: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-50">
          <Base.Popup className="min-w-52 rounded-xl border border-line bg-surface p-1 shadow-raised outline-none">
            {children}
            {items.map(({ label, onSelect, icon, shortcut, disabled, className = "" }) => (
              <Base.Item
                key={label}
                onClick={onSelect}
                disabled={disabled ?? false}
                className={`flex min-h-11 items-center gap-2.5 rounded-lg px-2.5 text-ink outline-none select-none data-disabled:opacity-50 data-highlighted:bg-sunken sm:min-h-9 ${className}`}
              >
                {icon}
                <span className="grow">{label}</span>
                {shortcut && <Keys keys={shortcut} />}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
