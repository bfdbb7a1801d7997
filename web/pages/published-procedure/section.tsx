import type { ReactNode } from "react";

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="break-inside-avoid-page">
      <h2 className="mb-2 text-xl font-semibold text-balance">{title}</h2>
      {children}
    </section>
  );
}
