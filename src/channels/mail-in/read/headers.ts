import addressparser from "nodemailer/lib/addressparser";
import { headerText } from "./header-words.ts";
import type { MailAddress } from "./read-mail.ts";

/** Lines of a head, folded ones in one piece; each character is one byte. */
export type HeaderLines = readonly { key: string; value: string }[];

const ADDRESSES_MAX = 200;
const ADDRESS_CHARS_MAX = 254;
const NAME_CHARS_MAX = 200;
const IDS_MAX = 100;
const ID_CHARS_MAX = 500;
const ADDRESS_LINE_CHARS_MAX = 32 * 1024;

export function firstHeader(lines: HeaderLines, key: string): string | null {
  return lines.find((line) => line.key === key)?.value ?? null;
}

export function allHeaders(lines: HeaderLines, ...keys: string[]): string[] {
  return lines.filter(({ key }) => keys.includes(key)).map(({ value }) => value);
}

/** Addresses of these headers; groups count by their members, and what is no address is left out. */
export function addressesIn(values: readonly string[]): MailAddress[] {
  return values
    .flatMap((value) => addressparser(value.slice(0, ADDRESS_LINE_CHARS_MAX), { flatten: true }))
    .slice(0, ADDRESSES_MAX)
    .flatMap(({ name, address }) => {
      const plain = headerText(address ?? "").text.toLowerCase();
      const shown = headerText(name ?? "").text.replaceAll(/^["'\s]+|["'\s]+$/g, "");
      const inName = plain.includes("@") ? plain : shown.toLowerCase();
      if (!isAddress(inName)) return [];
      return [
        {
          name: shown === "" || shown.toLowerCase() === inName ? null : shown.slice(0, NAME_CHARS_MAX),
          address: inName,
        },
      ];
    });
}

/** Message-IDs with their angle brackets, each once, the latest kept where there are too many. */
export function messageIdsIn(values: readonly string[]): string[] {
  const found = values.flatMap((value) => value.slice(0, HEADER_IDS_CHARS_MAX).match(/<[^<>\s]{1,500}>/g) ?? []);
  return [...new Set(found)].slice(-IDS_MAX);
}
const HEADER_IDS_CHARS_MAX = 64 * 1024;

/** A mail's own id; one without brackets gets them. */
export function messageIdIn(value: string | null): string | null {
  if (value === null) return null;
  const [found] = messageIdsIn([value]);
  if (found !== undefined) return found;
  const bare = value.replaceAll(/[\s<>]+/g, "").slice(0, ID_CHARS_MAX);
  return bare === "" ? null : `<${bare}>`;
}

const DATE_CHARS_MAX = 100;
const YEAR_MIN = 1980;
const YEAR_MAX = 2200;

/** RFC 3339 in UTC; `null` for what is no date or of no year that mail has. */
export function dateIn(value: string | null): string | null {
  // Comments may name a zone a second time.
  const plain = (value ?? "")
    .slice(0, DATE_CHARS_MAX)
    .replaceAll(/\([^()]*\)/g, " ")
    .replaceAll(/\s+/g, " ");
  const at = new Date(plain.trim());
  const year = at.getUTCFullYear();
  return year >= YEAR_MIN && year <= YEAR_MAX ? at.toISOString() : null;
}

function isAddress(text: string): boolean {
  return text.length <= ADDRESS_CHARS_MAX && /^[^\s@<>,;:"()]{1,64}@[^\s@<>,;:"()]{1,190}$/.test(text);
}
