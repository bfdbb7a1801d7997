/**
 * A copy in which every text is as the database can hold it and people can search it: composed (NFC), well formed, and with
 * � in place of NUL. Numbers, keys and structure stay.
 */
export function cleanText<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return cleanString(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanString(key), cleaned(inner)]));
}

function cleanString(text: string): string {
  return text.toWellFormed().normalize("NFC").replaceAll("\0", "\uFFFD");
}
