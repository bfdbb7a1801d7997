import type { Complaint } from "../../complaint/state.ts";

/**
 * Where else a customer may turn: from the first day on, whatever was answered and whoever is late. Only who is content with
 * the answer or withdrew is told no more of it, and praise has nobody to go to.
 */
export function waysOutside<Way extends string>(
  { classification, withdrawnAt, phase, round, verdict }: Asking,
  ways: readonly Way[],
): Way[] {
  const isContent = verdict?.round === round && verdict.accepts === "yes" && verdict.satisfied !== "no";
  const isOver = phase === "closed" || phase === "archived";
  if (classification?.complaint === false || withdrawnAt !== null || (isContent && !isOver)) return [];
  return [...new Set(ways)];
}

type Asking = Pick<Complaint, "classification" | "withdrawnAt" | "phase" | "round" | "verdict">;
