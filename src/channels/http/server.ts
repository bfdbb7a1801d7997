import Fastify, { type FastifyInstance } from "fastify";

/** The web server, not yet listening. */
export function createServer(): FastifyInstance {
  const server = Fastify({ forceCloseConnections: true });
  server.get("/", (_request, reply) => reply.type("text/html").send(PAGE));
  return server;
}

const PAGE = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <title>Hồi Âm</title>
  </head>
  <body>
    <h1>Hồi Âm</h1>
  </body>
</html>
`;
