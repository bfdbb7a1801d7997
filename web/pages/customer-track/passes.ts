import { useState } from "react";

export type Purpose = "documents" | "accept" | "sign";
type Pass = { pass: string; expiresAt: string };

/** What one-time codes were exchanged for, as long as the page is open. */
export function usePasses() {
  const [passes, setPasses] = useState<Partial<Record<Purpose, Pass>>>({});
  return {
    /** Undefined: a code must be sent first. */
    passFor: (purpose: Purpose, now: string) => {
      const held = passes[purpose];
      return held && held.expiresAt > now ? held.pass : undefined;
    },
    hold: (purpose: Purpose, pass: Pass) => setPasses((now) => ({ ...now, [purpose]: pass })),
  };
}
export type Passes = ReturnType<typeof usePasses>;
