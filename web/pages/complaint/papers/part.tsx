import type { ReactNode } from "react";

/** A list below a small heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mb-3 last:mb-0">
      <h3 className="mb-1 text-xs font-medium text-ink-3">{title}</h3>
      <ul className="flex flex-col gap-1.5">{children}</ul>
    </div>
  );
}
