import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A request as a gateway got it. */
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
};

/** What it answers; `drops`: it breaks the connection when it has read all. */
export type GatewayAnswer = { status: number; body: string } | "drops";

/** A stand-in for a gateway on a port of this machine: it speaks its interface, and keeps what it was asked. */
export type GatewayServer = { url: string; asked: Asked[]; close(): Promise<void> };

export async function openGatewayServer(answer: (asked: Asked) => GatewayAnswer): Promise<GatewayServer> {
  const all: Asked[] = [];
  const server = createServer((request, response) => void answered(request, response));
  const answered = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://gateway");
    const asked = {
      method: request.method ?? "",
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: await text(request),
    };
    all.push(asked);
    const said = answer(asked);
    if (said === "drops") request.socket.destroy();
    else response.writeHead(said.status).end(said.body);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: all,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
