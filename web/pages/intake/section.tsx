import type { ReactNode } from "react";

/** A part of the talk: who, what, when, evidence. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="rounded-xl border border-line bg-surface p-4 pt-3">
      <legend className="float-left mb-2 w-full text-lg font-semibold">{title}</legend>
      <div className="clear-both grid gap-x-4 gap-y-3 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
