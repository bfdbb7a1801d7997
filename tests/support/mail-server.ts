import { createServer, type AddressInfo, type Socket } from "node:net";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from "smtp-server";

/** A message as the server took it. */
export type Received = { from: string; to: string[]; raw: string };

/** A real mail server on a port of this machine, which keeps what it takes. */
export type MailServer = {
  port: number;
  received: Received[];
  close(): Promise<void>;
};

/** What the server answers: a code and its words; undefined: it takes it. `left`: how many it has taken. */
type Answers = {
  toReader?: (address: string) => string | undefined;
  toMessage?: (raw: string) => string | undefined;
  /** Drops the connection when the message has come whole, without an answer. */
  dropsAfterData?: () => boolean;
  /** Takes the message and never says so. */
  isSilentAfterData?: boolean;
  options?: SMTPServerOptions;
};

export async function openMailServer({
  toReader,
  toMessage,
  dropsAfterData,
  isSilentAfterData = false,
  options,
}: Answers = {}): Promise<MailServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    ...options,
    onRcptTo: ({ address }, _session, callback) => callback(asError(toReader?.(address))),
    onData: (stream, session, callback) => {
      const finish = (answer: Error | null) => {
        if (isSilentAfterData) return;
        if (dropsAfterData?.()) for (const socket of sockets) socket.destroy();
        else callback(answer);
      };
      // Whoever goes away in the middle of a message hears no answer.
      void take(stream, session).then(finish, () => undefined);
    },
  });
  const take = async (stream: Readable, { envelope }: SMTPServerSession): Promise<Error | null> => {
    const raw = (await buffer(stream)).toString("utf8");
    const answer = asError(toMessage?.(raw));
    const from = envelope.mailFrom ? envelope.mailFrom.address : "";
    if (!answer) received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
    return answer;
  };
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { port, received, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A port of this machine at which nobody answers. */
export async function deadPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", () => resolve()));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}

/** `550 5.1.1 No such user` as the library wants it. */
function asError(answer: string | undefined): Error | null {
  if (answer === undefined) return null;
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}
