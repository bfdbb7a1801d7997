import { createServer } from "node:net";
import type { FastifyInstance } from "fastify";
import { CannotStart } from "../cannot-start.ts";

interface Address {
  host: string;
  port: number;
}

/** Fails early, before a database is started for nothing. Another program can still be quicker: `listen` says the same. */
export function refuseTakenPort(address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(explain(error, address)));
    probe.listen({ ...address, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** Opens the web server to the network. */
export async function listen(server: FastifyInstance, address: Address): Promise<void> {
  try {
    await server.listen(address);
  } catch (error) {
    throw explain(error, address);
  }
}

function explain(error: unknown, { host, port }: Address): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const say = (line: string) => new CannotStart(line, { cause: error });
  if (code === "EADDRINUSE") {
    return say(
      `Port ${port} is already taken, perhaps by another Hồi Âm: stop that program, or choose another port with "PORT=${port + 1} npm start".`,
    );
  }
  if (code === "EACCES") {
    return say(`Port ${port} is reserved for the system: choose one from 1024 on, such as "PORT=8080 npm start".`);
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return say(`HOST=${host} is not an address of this machine: use 127.0.0.1, or 0.0.0.0 for all of its addresses.`);
  }
  return error;
}
