import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { checkNames, type AttachmentStore } from "./attachment-store.ts";
import { receiveContent } from "./receive-content.ts";
import { signRequest, type BucketKeys } from "./sign-request.ts";

export type BucketOptions = BucketKeys & {
  /** Address of the service, such as https://s3.example.vn; the bucket's name becomes the first part of the path. */
  endpoint: string;
  bucket: string;
  /** Where a content waits until it has come whole. */
  incomingFolder: string;
};

const EMPTY_SHA256 = createHash("sha256").digest("hex");
const ANSWER_WAIT_MS = 120_000;

/**
 * Keeps contents in an S3-compatible bucket: `<organisation>/<sha256>`. A content is written to disk first, so that a stream that
 * breaks off never reaches the bucket, and is then sent with its hash, which the bucket checks.
 */
export function bucketStore(options: BucketOptions): AttachmentStore {
  const put: AttachmentStore["put"] = (organisation, content, { bytesMax }) =>
    receiveContent(content, { folder: options.incomingFolder, bytesMax }, async ({ sha256, bytes, read }) => {
      const body = Readable.toWeb(read()) as ReadableStream<Uint8Array>;
      const answer = await call(options, { method: "PUT", organisation, sha256, bodySha256: sha256, body, bytes });
      if (!answer.ok) throw await refusedBy(answer, "keep");
      return { sha256, bytes };
    });
  const open: AttachmentStore["open"] = async (organisation, sha256) => {
    const answer = await call(options, { method: "GET", organisation, sha256, bodySha256: EMPTY_SHA256 });
    if (answer.status === 404) return undefined;
    if (!answer.ok || !answer.body) throw await refusedBy(answer, "give");
    return Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
  };
  const has: AttachmentStore["has"] = async (organisation, sha256) => {
    const answer = await call(options, { method: "HEAD", organisation, sha256, bodySha256: EMPTY_SHA256 });
    if (!answer.ok && answer.status !== 404) throw await refusedBy(answer, "look for");
    return answer.ok;
  };
  const remove: AttachmentStore["remove"] = async (organisation, sha256) => {
    const answer = await call(options, { method: "DELETE", organisation, sha256, bodySha256: EMPTY_SHA256 });
    if (!answer.ok && answer.status !== 404) throw await refusedBy(answer, "remove");
  };
  return { put, open, has, remove };
}

function call(
  options: BucketOptions,
  request: {
    method: "PUT" | "GET" | "HEAD" | "DELETE";
    organisation: string;
    sha256: string;
    bodySha256: string;
    body?: ReadableStream<Uint8Array>;
    bytes?: number;
  },
): Promise<Response> {
  const { method, organisation, sha256, bodySha256, body, bytes } = request;
  checkNames(organisation, sha256);
  const url = new URL(options.endpoint);
  url.pathname = `${url.pathname.replace(/\/$/, "")}/${encodeURIComponent(options.bucket)}/${organisation}/${sha256}`;
  const headers = signRequest({ method, host: url.host, path: url.pathname, bodySha256, at: new Date() }, options);
  if (bytes !== undefined) headers["content-length"] = String(bytes);
  const sent = body ? { body, duplex: "half" as const } : {};
  return fetch(url, { method, headers, signal: AbortSignal.timeout(ANSWER_WAIT_MS), ...sent });
}

async function refusedBy(answer: Response, what: string): Promise<Error> {
  const reason = (await answer.text().catch(() => "")).slice(0, 500);
  return new Error(`the bucket did not ${what} the content (${answer.status}): ${reason}`);
}
