/** The allowed word that was probably meant: at most three slips away, and fewer for shorter words. */
export function nearMiss(written: string, allowed: readonly string[]): string | undefined {
  let best: { word: string; slips: number } | undefined;
  for (const word of allowed) {
    const slips = slipsBetween(written.toLowerCase(), word.toLowerCase());
    if (slips <= slipsMax(word) && (!best || slips < best.slips)) best = { word, slips };
  }
  return best?.word;
}

function slipsMax(word: string): number {
  return word.length <= 4 ? 1 : Math.min(3, Math.ceil(word.length / 4));
}

/** Levenshtein distance: letters added, left out or exchanged. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
