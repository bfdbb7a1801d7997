import { olderPhone, plainIdentifier, plainPhone } from "../access/customer-identifiers.ts";

/** Something in what was told by which a customer or a complaint may be found. */
export type Clue = {
  as: "complaint-number" | "phone" | "email" | "number" | "email-domain";
  /** As it was written. */
  said: string;
  /** In the form in which it is compared. */
  plain: string;
  /** The sender's own, not one that stands in the text. */
  isSenders: boolean;
};

export type Told = {
  sender: { name?: string | undefined; email?: string | undefined; phone?: string | undefined };
  /** Subject and own words. */
  text: string;
};

const TEXT_CHARS_MAX = 20_000;
/** Of each sort: a text of numbers is a table, and no clue. */
const CLUES_MAX = 8;

const COMPLAINT_NUMBER = /\b(?:KN|TH)-\d{4}-\d{6}\b/gi;
/** From the country's or the trunk's number on, as short as it stands by itself: two of them in a row are two. */
const PHONE = /(?<!\d)(?:(?:\+|00)?84[\s.()-]{0,2}\(?0?\)?|\(?0)(?:[\s.()-]{0,2}\d){8,10}?(?!\d)/g;

/** Everybody has an address there. */
const PUBLIC_DOMAINS = new Set(
  `gmail.com googlemail.com yahoo.com yahoo.com.vn ymail.com hotmail.com outlook.com outlook.com.vn live.com msn.com icloud.com me.com
   aol.com mail.com gmx.com gmx.net zoho.com proton.me protonmail.com yandex.com qq.com 163.com vnn.vn hcm.vnn.vn hn.vnn.vn fpt.vn
   hcm.fpt.vn viettel.vn`.split(/\s+/),
);

/** What was told, as clues: the surest first. Numbers of complaints, telephones in every Vietnamese form, e-mail, contracts and cards. */
export function cluesIn({ sender, text: whole }: Told): Clue[] {
  const text = whole.slice(0, TEXT_CHARS_MAX).normalize("NFC");
  const numbers = found(text, COMPLAINT_NUMBER, "complaint-number", (said) => said.toUpperCase());
  const rest = text.replaceAll(COMPLAINT_NUMBER, " | ").replaceAll(PHONE, " | ");
  const own = [
    ...clue("phone", sender.phone, vietnamesePhone, true),
    ...clue("email", sender.email, (said) => plainIdentifier("email", said), true),
  ];
  const inText = [
    ...found(text, PHONE, "phone", vietnamesePhone),
    ...found(text, /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi, "email", (said) => said.toLowerCase()),
    ...found(rest, /[\p{L}\d][\p{L}\d/_.-]{3,38}[\p{L}\d]/gu, "number", contractOrCard),
    ...found(rest, /(?<![\p{L}\d])(?:s?h[đd]|m?kh) \d[\p{L}\d/_-]{3,30}/giu, "number", contractOrCard),
    ...found(rest, /\b\d{3,5}(?: \d{3,5}){1,4}\b/g, "number", contractOrCard),
  ];
  const domain = own.flatMap(({ as, plain }) => (as === "email" ? ownDomain(plain) : []));
  const seen = new Set<string>();
  return [...numbers, ...own, ...inText, ...domain].filter(({ as, plain }) => {
    const key = `${as} ${plain}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The forms in which a clue may stand in a complaint: a mobile number also with the prefix that it had until 2018. */
export function formsOf({ as, said, plain }: Clue): string[] {
  if (as === "phone") return [plain, olderPhone(plain)].filter((each) => each !== undefined);
  return [as === "number" ? said : plain];
}

function clue(
  as: Clue["as"],
  said: string | undefined,
  plainOf: (said: string) => string | undefined,
  isSenders: boolean,
): Clue[] {
  const plain = said === undefined ? undefined : plainOf(said);
  return said === undefined || plain === undefined ? [] : [{ as, said: said.trim(), plain, isSenders }];
}

function found(text: string, pattern: RegExp, as: Clue["as"], plainOf: (said: string) => string | undefined): Clue[] {
  const clues = new Map<string, Clue>();
  for (const [said] of text.matchAll(pattern)) {
    if (clues.size >= CLUES_MAX) break;
    for (const each of clue(as, said, plainOf, false)) if (!clues.has(each.plain)) clues.set(each.plain, each);
  }
  return [...clues.values()];
}

/** Of the length that numbers have in Viet Nam; hotlines (1800, 1900) are nobody's. */
function vietnamesePhone(said: string): string | undefined {
  const plain = plainPhone(said);
  return plain !== undefined && /^0[2-9]\d{8,9}$/.test(plain) ? plain : undefined;
}

/** At least four digits, and no day, amount of money or hotline. */
function contractOrCard(said: string): string | undefined {
  const digits = said.replaceAll(/\D/g, "").length;
  const isOther =
    /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,3}(?:[.,]\d{3})+|1[89]00[ .]?\d{4}|1[89]00[ .]\d{2}[ .]\d{2})$/.test(said);
  if (digits < 4 || isOther) return undefined;
  const plain = plainIdentifier("contract", said);
  return plain !== undefined && plain.length >= 6 ? plain : undefined;
}

function ownDomain(email: string): Clue[] {
  const domain = email.slice(email.lastIndexOf("@") + 1);
  if (domain === "" || PUBLIC_DOMAINS.has(domain)) return [];
  return [{ as: "email-domain", said: domain, plain: domain, isSenders: true }];
}
