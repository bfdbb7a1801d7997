import { createServer, type AddressInfo, type Socket } from "node:net";

/** Speaks clamd's INSTREAM as its manual describes it: finds EICAR's test text, and hangs up on what is longer than `bytesMax`. */
export async function openStandInClamd({ bytesMax = 1_000_000 } = {}): Promise<{
  place: { host: string; port: number };
  seen: number;
  close: () => Promise<void>;
}> {
  const sockets = new Set<Socket>();
  const told = { seen: 0 };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    let waiting = Buffer.alloc(0);
    let content = Buffer.alloc(0);
    let isBegun = false;
    socket.on("data", (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      if (!isBegun) {
        const command = "zINSTREAM\0";
        if (waiting.length < command.length) return;
        if (waiting.subarray(0, command.length).toString() !== command) return void socket.end("UNKNOWN COMMAND\0");
        waiting = waiting.subarray(command.length);
        isBegun = true;
      }
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE();
        if (waiting.length < 4 + length) return;
        content = Buffer.concat([content, waiting.subarray(4, 4 + length)]);
        waiting = waiting.subarray(4 + length);
        if (content.length > bytesMax) return void socket.end("INSTREAM size limit exceeded. ERROR\0");
        if (length > 0) continue;
        told.seen += 1;
        return void socket.end(`stream: ${content.includes("EICAR") ? "Eicar-Test-Signature FOUND" : "OK"}\0`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    place: { host: "127.0.0.1", port },
    get seen() {
      return told.seen;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
