import iconv from "iconv-lite";

/** A mail as bytes: head lines as they are given (each character one byte where it is a Buffer), an empty line, the body. */
export function mailOf(head: readonly (string | Buffer)[], body: string | Buffer = ""): Buffer {
  const lines = head.flatMap((line) => [asBytes(line), Buffer.from("\r\n")]);
  return Buffer.concat([...lines, Buffer.from("\r\n"), asBytes(body)]);
}

/** From a customer to the mailbox for complaints, with these lines besides. */
export function letterOf(head: readonly (string | Buffer)[], body: string | Buffer = ""): Buffer {
  return mailOf(
    [
      "From: Hong <hong@khach.example>",
      "To: khieunai@vntt.example",
      "Message-ID: <1@khach.example>",
      "Date: Mon, 10 Nov 2025 09:30:00 +0700",
      "MIME-Version: 1.0",
      ...head,
    ],
    body,
  );
}

/** Parts between their boundaries; each its head lines and its body. */
export function partsOf(
  boundary: string,
  parts: readonly (readonly [head: readonly (string | Buffer)[], body: string | Buffer])[],
): Buffer {
  const pieces = parts.flatMap(([head, body]) => [
    Buffer.from(`--${boundary}\r\n`),
    mailOf(head, body),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

/** As old Windows writes it: a letter with roof, bow or horn, and its tone behind. */
export function inWindows1258(text: string): Buffer {
  const apart = text.normalize("NFD").replaceAll(/([a-z])([\u0302\u0306\u031b])/gi, (pair) => pair.normalize("NFC"));
  const ordered = apart.replaceAll(
    /([a-z])(\u0323)([\u0302\u0306\u031b])/gi,
    (_all, letter: string, dot: string, sign: string) => (letter + sign).normalize("NFC") + dot,
  );
  return iconv.encode(ordered, "windows-1258");
}

/** Lines of 76 signs. */
export function base64Of(content: Buffer): string {
  return (content.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n");
}

export function quotedPrintableOf(content: Buffer): string {
  let line = "";
  const lines: string[] = [];
  for (const byte of content) {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const written = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (line.length + written.length > 75) {
      lines.push(`${line}=`);
      line = "";
    }
    line += written;
  }
  return [...lines, line].join("\r\n");
}

function asBytes(text: string | Buffer): Buffer {
  return typeof text === "string" ? Buffer.from(text, "utf8") : text;
}
