import { createHash } from "node:crypto";
import { lookup } from "node:dns/promises";
import { BlockList } from "node:net";
import { Readable } from "node:stream";
import type { Attachment } from "../../complaint/events/parts.ts";
import { TooManyBytes } from "../../store/attachments/attachment-store.ts";
import { keepContent } from "../../store/attachments/keep-content.ts";
import type { Wiring } from "../http/api.ts";

const FILES_MAX = 10;
const FILE_BYTES_MAX = 20_000_000;
const FETCH_MS_MAX = 30_000;

/**
 * Fetches what somebody sent along, from public addresses, and keeps it. What could not be had is noted, and its address stands in the
 * original.
 */
export async function fetchFiles(
  wiring: Pick<Wiring, "pool" | "attachments">,
  {
    organisation,
    files,
    from,
  }: { organisation: string; files: readonly { url: string; name: string | undefined }[]; from: string },
): Promise<{ attachments: Attachment[]; notes: string[] }> {
  const attachments: Attachment[] = [];
  const notes = files.length > FILES_MAX ? ["too-many-attachments"] : [];
  for (const [index, file] of files.slice(0, FILES_MAX).entries()) {
    const kept = await fetched(wiring, { organisation, url: file.url, from });
    if (!kept) {
      notes.push("attachment-not-fetched");
      continue;
    }
    const attachmentId = createHash("sha256").update(`${kept.sha256}\n${index}`).digest("hex").slice(0, 32);
    const name = oneLine(file.name ?? nameIn(file.url, index)).slice(0, 200) || `zalo-${index + 1}`;
    attachments.push({ attachmentId, name, type: kept.type, bytes: kept.bytes, sha256: kept.sha256 });
  }
  return { attachments, notes: [...new Set(notes)] };
}

async function fetched(
  wiring: Pick<Wiring, "pool" | "attachments">,
  { organisation, url, from }: { organisation: string; url: string; from: string },
): Promise<{ sha256: string; bytes: number; type: string } | undefined> {
  const address = URL.parse(url);
  // Never a plain address, but of the very server that the connection names.
  if (!address || (address.origin !== URL.parse(from)?.origin && !(await isPublic(address)))) return undefined;
  try {
    const response = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(FETCH_MS_MAX) });
    if (!response.ok || !response.body) return undefined;
    const type = /^[a-z0-9.+-]+\/[a-z0-9.+-]+/i.exec(response.headers.get("content-type") ?? "")?.[0];
    return await keepContent(wiring, {
      organisation,
      content: Readable.fromWeb(response.body),
      type: type?.toLowerCase() ?? "application/octet-stream",
      bytesMax: FILE_BYTES_MAX,
      by: { kind: "system", process: "intake" },
    });
  } catch (error) {
    if (
      error instanceof TooManyBytes ||
      error instanceof TypeError ||
      (error instanceof Error && error.name === "TimeoutError")
    )
      return undefined;
    throw error;
  }
}

/** Of this machine and of networks behind it: nothing that somebody sends along is there. RFC 6890. */
const ownNetworks = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  ownNetworks.addSubnet(network, bits);
for (const [network, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  ownNetworks.addSubnet(network, bits, "ipv6");

async function isPublic({ protocol, hostname }: URL): Promise<boolean> {
  if (protocol !== "https:") return false;
  const found = await lookup(hostname.replaceAll(/[[\]]/g, ""), { all: true }).catch(() => []);
  return found.length > 0 && found.every(({ address, family }) => !ownNetworks.check(address, `ipv${family as 4 | 6}`));
}

function nameIn(url: string, index: number): string {
  const last = URL.parse(url)?.pathname.split("/").at(-1) ?? "";
  return /^[\w.-]{1,100}\.[a-z0-9]{2,5}$/i.test(last) ? last : `zalo-${index + 1}`;
}

function oneLine(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}/\\]+/gu, " ")
    .trim();
}
