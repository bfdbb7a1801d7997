/** Names are compared as they are written in a template: without accents, in small letters, words joined by `_`. */
function plain(name: string): string {
  return name
    .slice(0, NAME_CHARS_MAX)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[đĐ]/g, "d")
    .toLowerCase()
    .trim()
    .replaceAll(/[\s-]+/g, "_");
}

const NAME_CHARS_MAX = 60;

/** The name that was most likely meant; null where none is near. */
export function nearestName(name: string, among: readonly string[]): string | null {
  const wanted = plain(name);
  const farthest = Math.max(2, Math.floor(wanted.length / 3));
  let nearest: string | null = null;
  let least = farthest + 1;
  for (const each of among) {
    const steps = stepsBetween(wanted, each, least);
    if (steps < least) [nearest, least] = [each, steps];
  }
  return nearest;
}

/** Letters to put in, take out or exchange (Levenshtein); at most `limit`, beyond which nobody asks. */
function stepsBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let before = Array.from({ length: other.length + 1 }, (_none, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const exchanged = (before[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      now.push(Math.min(exchanged, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1));
    }
    before = now;
  }
  return Math.min(before[other.length] ?? limit, limit);
}
