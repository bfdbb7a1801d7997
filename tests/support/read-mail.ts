/** A message taken apart as far as specs look into it: its headers decoded, its parts as text. */
export type ReadMail = { headers: Record<string, string>; text: string; html: string; attachments: string[] };

export function readMail(raw: string): ReadMail {
  const parts = partsOf(raw);
  const textOf = (type: string) =>
    parts.find(({ headers }) => headers["content-type"]?.startsWith(type))?.body.replaceAll("\r\n", "\n") ?? "";
  return {
    headers: headersOf(split(raw)[0]),
    text: textOf("text/plain").trim(),
    html: textOf("text/html").trim(),
    attachments: parts
      .filter(({ headers }) => headers["content-disposition"]?.startsWith("attachment"))
      .map(({ body }) => body),
  };
}

type Part = { headers: Record<string, string>; body: string };

function partsOf(raw: string): Part[] {
  const [head, body] = split(raw);
  const headers = headersOf(head);
  const boundary = /boundary="?([^";]+)"?/.exec(headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) return [{ headers, body: decoded(body, headers["content-transfer-encoding"] ?? "") }];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((each) => partsOf(each.replace(/^\r\n/, "").replace(/\r\n$/, "")));
}

function split(raw: string): [head: string, body: string] {
  const end = raw.indexOf("\r\n\r\n");
  return end < 0 ? [raw, ""] : [raw.slice(0, end), raw.slice(end + 4)];
}

function headersOf(head: string): Record<string, string> {
  const lines = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), wordsDecoded(line.slice(colon + 1).trim())];
    }),
  );
}

/** RFC 2047. */
function wordsDecoded(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, how: string, coded: string) =>
      how.toLowerCase() === "b"
        ? Buffer.from(coded, "base64").toString("utf8")
        : Buffer.from(quoted(coded.replaceAll("_", " ")), "latin1").toString("utf8"),
    );
}

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  return Buffer.from(quoted(body.replaceAll(/=\r\n/g, "")), "latin1").toString("utf8");
}

function quoted(text: string): string {
  return text.replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
