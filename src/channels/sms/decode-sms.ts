/** What an SMS said, as a gateway handed it on. `notes`: what had to be guessed. */
export type DecodedSms = { text: string; notes: string[] };

/** The bytes of one parameter of an address, as they were before they were percent-encoded; undefined: there is none. */
export function rawParameter(query: string, name: string): Buffer | undefined {
  for (const pair of query.split("&")) {
    const at = pair.indexOf("=");
    if (at < 0 || pair.slice(0, at) !== name) continue;
    return percentDecoded(pair.slice(at + 1));
  }
  return undefined;
}

function percentDecoded(text: string): Buffer {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hex = text[at] === "%" ? /^[0-9a-fA-F]{2}/.exec(text.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex !== undefined) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(text[at] === "+" ? 0x20 : text.charCodeAt(at) & 0xff);
  }
  return Buffer.from(bytes);
}

const names: Readonly<Record<string, string>> = {
  "UTF-16BE": "utf-16be",
  "UTF16-BE": "utf-16be",
  UTF16BE: "utf-16be",
  "UCS-2": "utf-16be",
  "UTF-8": "utf-8",
  UTF8: "utf-8",
  "WINDOWS-1252": "windows-1252",
  "ISO-8859-1": "windows-1252",
};

/**
 * Reads the bytes of an SMS in the charset that the gateway names. Kannel says `GSM` of texts that it gives as UTF-8. What is not in the charset that
 * was named is read as what it can be, and the guess noted.
 */
export function decodeSms(bytes: Buffer, { charset, coding }: { charset: string; coding: string }): DecodedSms {
  const named = names[charset.toUpperCase()] ?? (coding === "2" ? "utf-16be" : "utf-8");
  const read = inCharset(bytes, named);
  if (read !== undefined) return { text: cleaned(read), notes: [] };
  const guessed = inCharset(bytes, "utf-8") ?? inCharset(bytes, "windows-1252") ?? "";
  return { text: cleaned(guessed), notes: ["charset-guessed"] };
}

function inCharset(bytes: Buffer, charset: string): string | undefined {
  if (charset === "utf-16be" && bytes.length % 2 === 1) return undefined;
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

function cleaned(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (character) => (character === "\n" || character === "\t" ? character : ""))
    .trim();
}
