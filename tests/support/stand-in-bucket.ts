import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { BucketConfig } from "../../src/config.ts";

/** A service that answers as an S3-compatible one does, for one bucket and one key. */
export type StandInBucket = {
  config: BucketConfig;
  /** What is kept, by its path: `/<bucket>/<organisation>/<sha256>`. */
  objects: Map<string, Buffer>;
  close(): void;
};

export async function openStandInBucket(): Promise<StandInBucket> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const path = request.url ?? "";
      const isSigned = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/vn-1\/s3\/aws4_request, /.test(
        request.headers.authorization ?? "",
      );
      const sha256 = createHash("sha256").update(body).digest("hex");
      if (!isSigned || request.headers["x-amz-content-sha256"] !== sha256) return response.writeHead(403).end("no");
      if (request.method === "PUT") objects.set(path, body);
      if (request.method === "DELETE") objects.delete(path);
      const found = objects.get(path);
      const isRead = request.method === "GET" || request.method === "HEAD";
      return isRead && !found ? response.writeHead(404).end() : response.end(found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    config: { endpoint, bucket: "hoi-am", region: "vn-1", accessKeyId: "key", secretAccessKey: "secret" },
    objects,
    close: () => void server.close(),
  };
}
