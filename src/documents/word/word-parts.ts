import { inflateRawSync } from "node:zlib";
import PizZip from "pizzip";

/** The files within a Word file, by their names, in its order. */
export type WordParts = Map<string, Buffer>;

/** It is no Word file, or more is in it than may be. `code` says what. */
export class NotReadable extends Error {
  override name = "NotReadable";
  readonly code: "not-a-zip" | "too-many-parts" | "too-large" | "encrypted" | "broken";
  constructor(code: NotReadable["code"]) {
    super(code);
    this.code = code;
  }
}

const PARTS_MAX = 400;
/** Of all parts together, and of each: beyond any letter, and no burden on the machine. */
const BYTES_MAX = 24_000_000;

const END_OF_FOLDER = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * The parts of a Word file. What it says about their sizes is not believed: each is unpacked up to what it announces and not a byte
 * further, and all of them up to 24 MB.
 *
 * @throws NotReadable
 */
export function readParts(file: Buffer): WordParts {
  const parts: WordParts = new Map();
  const known = new Set<string>();
  let bytes = 0;
  for (const entry of entriesOf(file)) {
    const { name } = entry;
    if (name.endsWith("/")) continue;
    // Readers take names that differ in capitals for one: which of the two they open is not left to them.
    if (known.has(name.toLowerCase()) || /\\|^\/|(^|\/)\.\.?(\/|$)/.test(name)) throw new NotReadable("broken");
    known.add(name.toLowerCase());
    if (bytes + entry.size > BYTES_MAX) throw new NotReadable("too-large");
    const content = unpacked(file, entry);
    bytes += content.length;
    parts.set(name, content);
  }
  return parts;
}

/** The parts as one file, always the same one: its entries bear no time of their own. */
export function writeParts(parts: WordParts): Buffer {
  const zip = new PizZip();
  for (const [name, content] of parts) zip.file(name, content, { date: NO_DATE, createFolders: false });
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

/** The first day that a ZIP file can name. */
const NO_DATE = new Date(1980, 0, 1);

type Entry = { name: string; method: number; packed: number; size: number; at: number };

function entriesOf(file: Buffer): Entry[] {
  const end = endOfFolder(file);
  const count = file.readUInt16LE(end + 10);
  let place = file.readUInt32LE(end + 16);
  if (count > PARTS_MAX) throw new NotReadable("too-many-parts");
  const entries: Entry[] = [];
  for (let each = 0; each < count; each += 1) {
    if (place + 46 > file.length || file.readUInt32LE(place) !== ENTRY) throw new NotReadable("broken");
    if ((file.readUInt16LE(place + 8) & 1) === 1) throw new NotReadable("encrypted");
    const nameBytes = file.readUInt16LE(place + 28);
    const further = file.readUInt16LE(place + 30) + file.readUInt16LE(place + 32);
    entries.push({
      name: file.toString("utf8", place + 46, place + 46 + nameBytes),
      method: file.readUInt16LE(place + 10),
      packed: file.readUInt32LE(place + 20),
      size: file.readUInt32LE(place + 24),
      at: file.readUInt32LE(place + 42),
    });
    place += 46 + nameBytes + further;
  }
  return entries;
}

/** Sought from behind: only a comment may follow it. */
function endOfFolder(file: Buffer): number {
  const last = file.length - END_BYTES;
  for (let place = last; place >= 0 && place >= last - COMMENT_BYTES_MAX; place -= 1)
    if (file.readUInt32LE(place) === END_OF_FOLDER) return place;
  throw new NotReadable("not-a-zip");
}

function unpacked(file: Buffer, { method, packed, size, at }: Entry): Buffer {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw new NotReadable("broken");
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const content = file.subarray(from, from + packed);
  if (content.length !== packed) throw new NotReadable("broken");
  const whole = method === STORED ? Buffer.from(content) : method === DEFLATED ? inflated(content, size) : undefined;
  if (whole?.length !== size) throw new NotReadable("broken");
  return whole;
}

function inflated(content: Buffer, size: number): Buffer | undefined {
  try {
    // One byte more, so that an empty part has a bound too; a content that lies about its size is refused.
    return inflateRawSync(content, { maxOutputLength: size + 1 });
  } catch {
    return undefined;
  }
}
