/** Something that the provider calls by a name, with its English name where the pack gives one. */
export type Named = { name: string; en?: string };

/** A name in both languages; the provider's own in both where the pack has no English for it. */
export function bothNames({ name, en }: Named): { vi: string; en: string } {
  return { vi: name, en: en ?? name };
}

/** Every English name that stands in these editions, by the Vietnamese one; the last of two for one name. */
export function englishNamesIn(editions: readonly unknown[]): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (isTranslated(value)) found[value.name] = value.en;
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(editions);
  return found;
}

/** The same text without its English names: as it is frozen. */
export function withoutEnglish<Text>(text: Text): Text {
  return bare(text) as Text;
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "en" || !isTranslated(value));
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
}

function isTranslated(value: object): value is { name: string; en: string } {
  return "name" in value && typeof value.name === "string" && "en" in value && typeof value.en === "string";
}
