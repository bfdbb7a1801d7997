import type { ReactNode } from "react";

/** A titled card. On paper it has no box. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="rounded-xl border border-line bg-surface print:rounded-none print:border-0">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 px-4 pt-2 print:break-after-avoid">
        <h2 className="text-base font-semibold">{title}</h2>
        {aside}
      </div>
      <div className="px-4 pt-1 pb-4">{children}</div>
    </section>
  );
}

export type Line = { label: string; value: ReactNode };

/** Labels and values; what has no value is left out. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const shown = lines.filter(({ value }) => value !== undefined && value !== null && value !== "");
  if (shown.length === 0) return null;
  return (
    <dl className="grid grid-cols-[fit-content(40%)_1fr] gap-x-4 gap-y-1.5">
      {shown.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
