import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { it } from "node:test";
import { fetchFiles } from "./fetch-files.ts";

it("what was sent along is fetched from no address of one's own network, however that is written", async () => {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  // It is never come to: nothing is fetched that could be kept.
  const nowhere = {} as Parameters<typeof fetchFiles>[0];
  const fetched = (url: string) =>
    fetchFiles(nowhere, { organisation: "vntt", files: [{ url, name: undefined }], from: "https://openapi.zalo.me" });
  try {
    for (const host of ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"])
      assert.deepEqual(await fetched(`https://${host}:${port}/a.png`), {
        attachments: [],
        notes: ["attachment-not-fetched"],
      });
    assert.equal(calls, 0);
  } finally {
    server.close();
  }
});
