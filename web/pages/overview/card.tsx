import { useId, type ReactNode } from "react";

/** One thing of the overview, under its heading. */
export function Card({
  title,
  anchor,
  children,
  aside,
}: {
  title: string;
  /** By which a link of the page finds it. */
  anchor?: string;
  children: ReactNode;
  aside?: ReactNode;
}) {
  const id = useId();
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className="flex min-w-0 scroll-mt-4 flex-col gap-2 rounded-xl border border-line bg-surface p-4"
    >
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
