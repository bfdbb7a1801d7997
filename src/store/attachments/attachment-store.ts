import type { Readable } from "node:stream";

/** A content that was kept. `sha256` is hexadecimal, and all that is needed to find it again. */
export type KeptContent = { sha256: string; bytes: number };

/** More came than may be kept. Nothing was. */
export class TooManyBytes extends Error {
  readonly bytesMax: number;
  constructor(bytesMax: number) {
    super(`more than ${bytesMax} bytes`);
    this.name = "TooManyBytes";
    this.bytesMax = bytesMax;
  }
}

/** Looks for what harms whoever opens a content: its name for that, or null. Rejects where it could not look. */
export type VirusScan = (content: Readable) => Promise<string | null>;

/** Where the contents of attachments are kept, by their hash and apart for each organisation. */
export type AttachmentStore = {
  /** Keeps what comes, all of it or nothing: a stream that breaks off leaves nothing. Throws `TooManyBytes`. */
  put(organisation: string, content: Readable, limits: { bytesMax: number }): Promise<KeptContent>;
  /** The content; undefined where it is not kept. */
  open(organisation: string, sha256: string): Promise<Readable | undefined>;
  /** Whether it is kept. */
  has(organisation: string, sha256: string): Promise<boolean>;
  /** Removes a content that was erased or never attached. Removing what is not there is no error. */
  remove(organisation: string, sha256: string): Promise<void>;
  /** Where there is a scanner: what it has not seen is not given out. */
  scan?: VirusScan;
};

/** Names become parts of a path or an address: nothing that could lead out of the store's own place. */
export function checkNames(organisation: string, sha256: string): void {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(organisation)) throw new RangeError(`${organisation} is no organisation`);
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`${sha256} is no SHA-256`);
}
