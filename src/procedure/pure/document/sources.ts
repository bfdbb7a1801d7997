import type { Source } from "../edition/source.ts";

/** One source or several, as a list. */
export function sourcesOf(source: Source | []): string[] {
  return typeof source === "string" ? [source] : source;
}

/** Whether a provider's own text says it, and not only the law, a standard or usage. */
export function isOfTheText(source: Source): boolean {
  return sourcesOf(source).some((each) => !/^(law: |practice: |ISO )/.test(each));
}
