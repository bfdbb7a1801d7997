import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";
import type { VirusScan } from "./attachment-store.ts";

/** Where clamd listens: the path of its socket, or a machine of one's own network. */
export type ClamdPlace = { path: string } | { host: string; port: number };

/** clamd gives up on what pauses longer than its own ReadTimeout of two minutes. */
const ANSWER_WAIT_MS = 60_000;
const ANSWER_BYTES_MAX = 1000;
/** As clamd takes them: each chunk is preceded by its length. */
const CHUNK_BYTES_MAX = 1 << 20;

/**
 * Has clamd (ClamAV) look at contents, by its INSTREAM command. Rejects where it does not answer, or says that it could not look;
 * a content that is larger than its StreamMaxLength is one of these.
 */
export function clamdScan(place: ClamdPlace): VirusScan {
  return async (content) => {
    const socket = connect(place);
    socket.setTimeout(ANSWER_WAIT_MS, () => socket.destroy(new Error("no answer")));
    try {
      await once(socket, "connect");
      const answer = answerOf(socket);
      const [told, sent] = await Promise.allSettled([answer, send(socket, content)]);
      // Where it hung up while it was sent to, its answer may have come all the same.
      return foundIn(told.status === "fulfilled" ? told.value : "", { isWhole: sent.status === "fulfilled" });
    } finally {
      content.destroy();
      socket.destroy();
    }
  };
}

async function send(socket: Socket, content: Readable): Promise<void> {
  socket.write("zINSTREAM\0");
  for await (const chunk of content as AsyncIterable<Buffer>)
    for (let from = 0; from < chunk.length; from += CHUNK_BYTES_MAX) {
      const part = chunk.subarray(from, from + CHUNK_BYTES_MAX);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      socket.write(length);
      if (!socket.write(part)) await drained(socket);
    }
  socket.write(Buffer.alloc(4));
}

async function drained(socket: Socket): Promise<void> {
  if (socket.destroyed) throw new Error("clamd ended the connection");
  const over = new AbortController();
  try {
    await Promise.race([
      once(socket, "drain", { signal: over.signal }),
      once(socket, "close", { signal: over.signal }).then(() => {
        throw new Error("clamd ended the connection");
      }),
    ]);
  } finally {
    over.abort();
  }
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = "";
  for await (const chunk of socket.setEncoding("latin1") as AsyncIterable<string>) {
    answer += chunk;
    if (answer.includes("\0") || answer.length > ANSWER_BYTES_MAX) break;
  }
  return answer.split("\0")[0]?.trim() ?? "";
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`; anything else is no answer. */
function foundIn(answer: string, { isWhole }: { isWhole: boolean }): string | null {
  if (answer === "stream: OK" && isWhole) return null;
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return found;
  throw new Error(`clamd could not look at a content: ${answer === "" ? "no answer" : answer}`);
}
