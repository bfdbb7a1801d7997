/** How a text travels. `plain`: without tone marks, 160 characters a part. `unicode`: as it is, 70. */
export const smsForms = ["plain", "unicode"] as const;
export type SmsForm = (typeof smsForms)[number];

/** GSM 03.38: what fits seven bits, and what takes two places of them. */
const GSM =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM_TWICE = "^{}\\[~]|€";

/** Typographic characters that stand in people's texts, as a telephone without them shows them. */
const plainFor: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "–": "-",
  "—": "-",
  "…": "...",
  "•": "-",
  "×": "x",
  đ: "d",
  Đ: "D",
  "₫": "d",
};

/** A text in its form, and the parts that it is sent and paid as. Every character that the form lacks stands as `?`. */
export function smsText(text: string, form: SmsForm): { text: string; parts: number } {
  const clean = text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => (character === "\n" ? "\n" : ""))
    .replaceAll(/[^\S\n]+/gu, " ")
    .trim();
  if (form === "unicode") return { text: clean, parts: partsOf(clean.length, { alone: 70, joined: 67 }) };
  const plain = withoutToneMarks(clean);
  const places = Array.from(plain).reduce((sum, character) => sum + (GSM_TWICE.includes(character) ? 2 : 1), 0);
  return { text: plain, parts: partsOf(places, { alone: 160, joined: 153 }) };
}

/** Of which the header that joins them takes some places. */
function partsOf(places: number, { alone, joined }: { alone: number; joined: number }): number {
  return places <= alone ? 1 : Math.ceil(places / joined);
}

function withoutToneMarks(text: string): string {
  return Array.from(text)
    .map((character) => {
      if (GSM.includes(character) && !/[\u0080-\uffff]/.test(character)) return character;
      if (GSM_TWICE.includes(character)) return character;
      const plain = plainFor[character] ?? character.normalize("NFD").replaceAll(/\p{Mn}/gu, "");
      return Array.from(plain).every((each) => GSM.includes(each)) ? plain : "?";
    })
    .join("");
}
