import { keep } from "../../words/language.ts";

const PLACE = "browser-id";

/** What this browser is known by when it rates: random, and nothing else is known by it. */
export function browserId(): string {
  const known = read(PLACE);
  if (known !== null) return known;
  const made = crypto.randomUUID();
  keep(PLACE, made);
  return made;
}

/** What was answered from this browser before, 1 to 5. */
export function keptScore(place: string): number | undefined {
  const kept = Number(read(place));
  return kept >= 1 && kept <= 5 ? kept : undefined;
}

export function keepScore(place: string, score: number): void {
  keep(place, String(score));
}

function read(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}
