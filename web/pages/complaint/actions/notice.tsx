import { CircleAlert, Info } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../../../parts/classes.ts";

const tones = {
  accent: "bg-accent-soft text-accent-strong",
  soon: "bg-soon-soft text-soon",
  late: "bg-late-soft text-late",
} as const;

/** A line above or below the fields that somebody should read before going on. */
export function Notice({ tone, title, children }: { tone: keyof typeof tones; title: string; children?: ReactNode }) {
  const Sign = tone === "accent" ? Info : CircleAlert;
  return (
    <div role="status" className={classes("flex gap-2.5 rounded-xl px-3 py-2", tones[tone])}>
      <Sign size={16} aria-hidden className="mt-1 shrink-0" />
      <div className="min-w-0 grow">
        <p className="font-medium">{title}</p>
        {children && <div className="text-ink-2">{children}</div>}
      </div>
    </div>
  );
}
