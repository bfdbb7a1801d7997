import { createHash, createHmac } from "node:crypto";

/** What a bucket asks of who calls it. */
export type BucketKeys = { accessKeyId: string; secretAccessKey: string; region: string };

/**
 * The headers that authorise a request to an S3-compatible bucket: AWS Signature Version 4, with the hash of the body.
 *
 * @param request.path already percent-encoded, segment by segment
 * @param request.at the time of the request, within some minutes of the bucket's own
 */
export function signRequest(
  request: {
    method: "PUT" | "GET" | "HEAD" | "DELETE";
    host: string;
    path: string;
    bodySha256: string;
    at: Date;
    range?: string;
  },
  { accessKeyId, secretAccessKey, region }: BucketKeys,
): Record<string, string> {
  const { method, host, path, bodySha256, at, range } = request;
  const time = `${at.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const day = time.slice(0, 8);
  // In alphabetical order, as they are signed.
  const headers = { host, ...(range ? { range } : {}), "x-amz-content-sha256": bodySha256, "x-amz-date": time };
  const signed = Object.keys(headers).join(";");
  const headerLines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = [method, path, "", headerLines.join(""), signed, bodySha256].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", time, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<Buffer | string>(hmac, `AWS4${secretAccessKey}`);
  const signature = hmac(key, text).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
  return { "x-amz-content-sha256": bodySha256, "x-amz-date": time, authorization };
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
