import type { EditionRegistry } from "../procedure/pure/edition/registry.ts";

/** What every provider's customers may be known by. */
export const identifierKinds = ["phone", "email", "contract", "service-number"] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** What this provider's customers are known by besides: fields of its packs, by id, each with its name in the newest. */
export function ownIdentifierKinds(
  registry: Pick<EditionRegistry, "editions">,
  organisation: string,
): { kind: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { ref, fields } of registry.editions())
    if (ref.organisation === organisation)
      for (const { id, name, identifiesCustomer } of fields) if (identifiesCustomer) names.set(id, name);
  return [...names].map(([kind, name]) => ({ kind, name }));
}

/** The form in which identifiers are compared, whatever way people write them; undefined: nothing is left to compare. */
export function plainIdentifier(kind: string, asWritten: string): string | undefined {
  const text = asWritten.normalize("NFC").trim();
  if (kind === "phone") return plainPhone(text);
  if (kind === "email") return text.toLowerCase() || undefined;
  return plainNumber(text) || undefined;
}

/**
 * A Vietnamese telephone number as it is dialled inside the country: `+84 (0)912-345-678`, `0084912345678`, `84912345678`
 * and `912345678` are all `0912345678`. Mobile numbers of eleven digits get the prefix that replaced theirs in 2018.
 */
export function plainPhone(asWritten: string): string | undefined {
  const digits = asWritten.replaceAll(/\D/g, "");
  if (digits.length < 3 || digits.length > 20) return undefined;
  const national = withoutCountry(digits, asWritten.trim().startsWith("+"));
  const renumbered = /^0(12\d|16\d|18[68]|199)\d{7}$/.test(national) ? newMobileNumber(national) : national;
  return renumbered;
}

/** Contract, card, receiver, subscriber: letters and digits only, upper case, so that "HĐ-01/2018" finds "hđ 012018". */
function plainNumber(text: string): string {
  return plainLetters(text)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "");
}

/** Lower case, without tone marks and đ, one blank between words: for finding a name by its beginning. */
export function plainName(name: string): string {
  return plainLetters(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

function plainLetters(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll(/[đĐ]/g, (letter) => (letter === "đ" ? "d" : "D"));
}

function withoutCountry(digits: string, isInternational: boolean): string {
  const afterCountry = /^(?:00)?84(\d{8,11})$/.exec(digits)?.[1];
  if (afterCountry !== undefined && (isInternational || !digits.startsWith("0") || digits.startsWith("0084")))
    return `0${afterCountry.replace(/^0/, "")}`;
  // Nine digits without the leading zero, as spreadsheets leave them.
  return /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : digits;
}

// Plan of the Ministry of Information and Communications (Decision 2036/QĐ-BTTTT of 2017, carried out from 15 September 2018).
const renumberedMobiles: Readonly<Record<string, string>> = {
  "0120": "070",
  "0121": "079",
  "0122": "077",
  "0126": "076",
  "0128": "078",
  "0123": "083",
  "0124": "084",
  "0125": "085",
  "0127": "081",
  "0129": "082",
  "0162": "032",
  "0163": "033",
  "0164": "034",
  "0165": "035",
  "0166": "036",
  "0167": "037",
  "0168": "038",
  "0169": "039",
  "0186": "056",
  "0188": "058",
  "0199": "059",
};

/** A number as it was read out and, where it is a telephone's, as it may stand in a file: as it is dialled now, and as it was until 2018. */
export function formsOfNumber(asWritten: string): string[] {
  const plain = /^[\d\s+().-]+$/.test(asWritten.trim()) ? plainPhone(asWritten) : undefined;
  if (plain === undefined) return [asWritten];
  return [...new Set([asWritten, plain, olderPhone(plain) ?? plain])];
}

/** The number that a mobile one had until 2018; undefined for one that was not renumbered. In the form of `plainPhone`. */
export function olderPhone(plain: string): string | undefined {
  const [older] = Object.entries(renumberedMobiles).find(([, prefix]) => plain.startsWith(prefix)) ?? [];
  return older !== undefined && plain.length === 10 ? older + plain.slice(3) : undefined;
}

function newMobileNumber(national: string): string {
  const prefix = renumberedMobiles[national.slice(0, 4)];
  return prefix === undefined ? national : prefix + national.slice(4);
}
