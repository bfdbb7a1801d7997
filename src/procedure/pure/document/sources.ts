import type { Source } from "../edition/source.ts";

/** One source or several, as a list. */
export function sourcesOf(source: Source): string[] {
  return typeof source === "string" ? [source] : source;
}
