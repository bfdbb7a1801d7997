import { Splitter, type MimeNode } from "@zone-eu/mailsplit";
import { headerParameters } from "./header-words.ts";
import { firstHeader, type HeaderLines } from "./headers.ts";

/** A leaf of the mail's tree, its transfer encoding undone. */
export type MailPart = {
  type: string;
  charset: string | null;
  parameters: Record<string, string>;
  disposition: string | null;
  fileName: string | null;
  /** Without angle brackets. */
  contentId: string | null;
  content: Buffer;
  /** Types of the parts around it, the outermost first. */
  within: readonly string[];
  /** A number for each of those, by which siblings are told from others. */
  withinIds: readonly number[];
};

export type SplitMail = {
  headers: HeaderLines;
  /** Content-Type of the mail as a whole. */
  type: string;
  parameters: Record<string, string>;
  parts: MailPart[];
  notes: ("broken-structure" | "broken-encoding" | "too-many-parts" | "too-deep")[];
};

const PARTS_READ_MAX = 500;
const PARTS_MAX = 20_000;
const DEPTH_MAX = 30;
const DEPTH_READ_MAX = 100;
const HEAD_BYTES_MAX = 8 * 1024 * 1024;

type Leaf = { node: MimeNode; chunks: Buffer[] };

/** Cuts a mail into its parts. A message within stays whole. Rejects for a head or a number of parts beyond all measure. */
export async function splitMail(bytes: Buffer): Promise<SplitMail> {
  const { mail, uncut } = await split(bytes);
  if (uncut === undefined) return mail;
  const boundary = boundaryIn(uncut);
  const again = boundary === undefined ? undefined : await split(withBoundary(uncut, boundary)).catch(() => undefined);
  const part = { ...PLAIN, content: uncut };
  const parts = again && again.uncut === undefined ? again.mail.parts : [part];
  return { ...mail, parts, notes: ["broken-structure"] };
}

const PLAIN = {
  type: "text/plain",
  charset: null,
  parameters: {},
  disposition: null,
  fileName: null,
  contentId: null,
  within: [],
  withinIds: [],
};
const LOST_BOUNDARY_BYTES = 64 * 1024;

/** What stands between parts of a mail that does not tell it, or tells another. */
function boundaryIn(body: Buffer): string | undefined {
  const lines = body.toString("latin1", 0, LOST_BOUNDARY_BYTES).split(/\r?\n/);
  const first = lines.find((line) => /^--[\w'()+,./:=?-]{3,70}$/.test(line));
  return first !== undefined && lines.indexOf(first) < lines.length - 1 ? first.slice(2) : undefined;
}

function withBoundary(body: Buffer, boundary: string): Buffer {
  return Buffer.concat([Buffer.from(`Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`), body]);
}

/** `uncut`: the body of a mail that says it has parts, of which none was found. */
async function split(bytes: Buffer): Promise<{ mail: SplitMail; uncut: Buffer | undefined }> {
  const splitter = new Splitter({ ignoreEmbedded: true, maxHeadSize: HEAD_BYTES_MAX, maxChildNodes: PARTS_MAX });
  const nodes: Leaf[] = [];
  const byNode = new Map<MimeNode, Leaf>();
  const between: Buffer[] = [];
  const depths = new Map<MimeNode, number>();
  let closed = 0;
  splitter.end(bytes);
  for await (const chunk of splitter) {
    if (chunk.type === "node") {
      const leaf = { node: chunk, chunks: [] };
      byNode.set(chunk, leaf);
      nodes.push(leaf);
      const depth = chunk.parentNode ? (depths.get(chunk.parentNode) ?? 0) + 1 : 0;
      depths.set(chunk, depth);
      // What lies beneath is nobody's words.
      if (depth > DEPTH_READ_MAX) break;
    } else if (chunk.type === "body") byNode.get(chunk.node)?.chunks.push(chunk.value);
    else if (chunk.type === "data") {
      if (nodes.length === 1) between.push(chunk.value);
      if (isClosing(chunk.value)) closed += 1;
    }
  }
  const isUncut = nodes.length === 1 && Boolean(nodes[0]?.node.multipart);
  return { mail: assembled(nodes, closed), uncut: isUncut ? Buffer.concat(between) : undefined };
}

function isClosing(value: Buffer): boolean {
  return value.subarray(-6).toString("latin1").trimEnd().endsWith("--");
}

function assembled(nodes: Leaf[], closed: number): SplitMail {
  const notes = new Set<SplitMail["notes"][number]>();
  const root = nodes[0]?.node;
  const headers = root ? linesOf(root) : [];
  const whole = headerParameters(firstHeader(headers, "content-type") ?? "text/plain");
  const leaves = nodes.filter(({ node }) => !isContainer(node));
  const containers = nodes.length - leaves.length;
  if (closed < containers || (containers > 0 && leaves.length === 0)) notes.add("broken-structure");
  if (leaves.length > PARTS_READ_MAX) notes.add("too-many-parts");
  if (nodes.some(({ node }) => containersOf(node).length > DEPTH_MAX)) notes.add("too-deep");
  const ids = new Map(nodes.map(({ node }, index) => [node, index]));
  const parts = leaves.slice(0, PARTS_READ_MAX).flatMap((leaf) => {
    const around = containersOf(leaf.node);
    if (around.length > DEPTH_MAX) return [];
    const { part, isBroken } = partOf(leaf, around, ids);
    if (isBroken) notes.add("broken-encoding");
    return [part];
  });
  return { headers, type: whole.value, parameters: whole.parameters, parts, notes: [...notes] };
}

function isContainer(node: MimeNode): boolean {
  return Boolean(node.multipart);
}

/** As far as is needed to tell that it is too deep. */
function containersOf(node: MimeNode): MimeNode[] {
  const found: MimeNode[] = [];
  for (let at = node.parentNode; at && found.length <= DEPTH_MAX; at = at.parentNode) found.unshift(at);
  return found;
}

function linesOf(node: MimeNode): HeaderLines {
  const list = node.headers ? node.headers.getList() : [];
  return list.map(({ key, line }) => ({ key, value: line.slice(line.indexOf(":") + 1).trim() }));
}

function partOf(
  { node, chunks }: Leaf,
  around: MimeNode[],
  ids: Map<MimeNode, number>,
): { part: MailPart; isBroken: boolean } {
  const lines = linesOf(node);
  const type = headerParameters(firstHeader(lines, "content-type") ?? "text/plain");
  const disposition = headerParameters(firstHeader(lines, "content-disposition") ?? "");
  const contentId =
    firstHeader(lines, "content-id")
      ?.replaceAll(/[<>\s]+/g, "")
      .slice(0, 300) ?? "";
  const { content, isBroken } = withoutEncoding(Buffer.concat(chunks), node.encoding || "");
  const part: MailPart = {
    // A multipart without a boundary is one text, as it stands.
    type: type.value === "" || type.value.startsWith("multipart/") ? "text/plain" : type.value,
    charset: type.parameters["charset"] ?? null,
    parameters: type.parameters,
    disposition: disposition.value || null,
    fileName: disposition.parameters["filename"] ?? type.parameters["name"] ?? null,
    contentId: contentId || null,
    content,
    within: around.map((each) => each.contentType || ""),
    withinIds: around.map((each) => ids.get(each) ?? -1),
  };
  return { part, isBroken };
}

function withoutEncoding(raw: Buffer, encoding: string): { content: Buffer; isBroken: boolean } {
  switch (encoding) {
    case "base64":
      return fromBase64(raw);
    case "quoted-printable":
      return { content: fromQuotedPrintable(raw), isBroken: false };
    default:
      return { content: raw, isBroken: !["", "7bit", "8bit", "binary"].includes(encoding) };
  }
}

/** What is not written as it should be stays as it stands. */
function fromQuotedPrintable(raw: Buffer): Buffer {
  const content = Buffer.alloc(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at] ?? 0;
    const next = byte === 0x3d ? afterSoftBreak(raw, at + 1) : undefined;
    if (next !== undefined) {
      at = next - 1;
      continue;
    }
    const isWritten = byte === 0x3d && isHex(raw[at + 1]) && isHex(raw[at + 2]);
    content[length] = isWritten ? Number.parseInt(raw.toString("latin1", at + 1, at + 3), 16) : byte;
    length += 1;
    if (isWritten) at += 2;
  }
  return content.subarray(0, length);
}

const PADDING_MAX = 80;

/** Where the line goes on behind a soft line break; spaces may have been added on the way. */
function afterSoftBreak(raw: Buffer, from: number): number | undefined {
  let at = from;
  while (at - from < PADDING_MAX && (raw[at] === 0x20 || raw[at] === 0x09)) at += 1;
  if (raw[at] === 0x0d && raw[at + 1] === 0x0a) return at + 2;
  if (raw[at] === 0x0a) return at + 1;
  return at >= raw.length ? at : undefined;
}

function isHex(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

const FOREIGN_MAX = 0.05;
const RUNS_MAX = 1000;

/** Text that only claims to be base64 stays as it is; a foreign sign here and there is passed over. */
function fromBase64(raw: Buffer): { content: Buffer; isBroken: boolean } {
  let foreign = 0;
  let signs = 0;
  for (const byte of raw) {
    if (byte === 0x0a || byte === 0x0d || byte === 0x20 || byte === 0x09) continue;
    signs += 1;
    if (!isBase64Sign(byte)) foreign += 1;
  }
  if (foreign > signs * FOREIGN_MAX) return { content: raw, isBroken: true };
  const text = raw.toString("latin1");
  // Several runs one after another, each with its padding.
  const runs = text.split(/=+(?=\s{0,4}[A-Za-z0-9+/])/, RUNS_MAX + 1);
  if (runs.length > RUNS_MAX) return { content: Buffer.from(text.replaceAll("=", ""), "base64"), isBroken: true };
  return {
    content: Buffer.concat(runs.map((run) => Buffer.from(run, "base64"))),
    isBroken: foreign > 0 || signs % 4 !== 0,
  };
}

function isBase64Sign(byte: number): boolean {
  return (
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x2f && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x3d
  );
}
