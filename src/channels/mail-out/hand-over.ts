import { Readable } from "node:stream";
import { connectionTo } from "./connection-to.ts";
import type { MailSettings } from "./settings.ts";

/**
 * What the server said. `reason`: a status code or a word, never what it wrote: its words may name the reader.
 *
 * sent      it took the message
 * refused   it takes nothing for this reader
 * failed    it takes this message from nobody
 * later     not now; nothing was taken
 * unknown   the message was handed over whole, and the connection broke before the answer
 */
export type HandedOver = { outcome: "sent" | "refused" | "failed" | "later" | "unknown"; reason: string | null };

/** All of one try: the claim of its row lasts longer. */
const TRY_MS_MAX = 120_000;
const PHASE_MS_MAX = 20_000;
const SILENCE_MS_MAX = 60_000;
/** What is under way when the program stops may still end by itself; then it is cut off, and its outcome written. */
const STOP_MS_MAX = 3_000;

/** Hands one message over to the server, in a connection of its own. Never throws: what goes wrong is an outcome. */
export async function handOver(
  server: Pick<MailSettings, "host" | "port" | "secure" | "tls" | "signIn">,
  { from, to, bytes, signal }: { from: string; to: string; bytes: Buffer; signal?: AbortSignal | undefined },
): Promise<HandedOver> {
  const connection = connectionTo(server, { phaseMs: PHASE_MS_MAX, silenceMs: SILENCE_MS_MAX });
  const message = Readable.from([bytes], { objectMode: false });
  // It is read when the server has said that it listens: read to its end, all of it may have arrived.
  let isGiven = false;
  message.once("end", () => (isGiven = true));
  const cutOff = () => connection.close();
  const limits = [setTimeout(cutOff, TRY_MS_MAX)];
  const stop = () => limits.push(setTimeout(cutOff, STOP_MS_MAX));
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once("error", reject);
      connection.once("end", () => reject(new Error("the connection ended")));
      connection.connect((error) => {
        if (error) return reject(error);
        const send = () =>
          connection.send({ from, to: [to] }, message, (failed) => (failed ? reject(failed) : resolve()));
        if (!server.signIn) return send();
        const { user, password: pass } = server.signIn;
        connection.login({ user, pass }, (refused) => (refused ? reject(refused) : send()));
      });
    });
    return { outcome: "sent", reason: null };
  } catch (error) {
    return outcomeOf(error, isGiven);
  } finally {
    signal?.removeEventListener("abort", stop);
    for (const limit of limits) clearTimeout(limit);
    connection.on("error", () => undefined);
    connection.quit();
  }
}

type Told = { code?: unknown; originalCode?: unknown; responseCode?: unknown; response?: unknown; command?: unknown };

function outcomeOf(error: unknown, isGiven: boolean): HandedOver {
  const { code, originalCode, responseCode, response, command } = (error ?? {}) as Told;
  if (typeof responseCode === "number") {
    const reason = statusIn(responseCode, response);
    const isForGood = responseCode >= 500 && responseCode < 600;
    // "Relaying denied" and its like are about us, not about the reader. RFC 3463 3.8.
    const isPolicy = / 5\.7\.\d+$/.test(reason);
    if (isForGood && command === "RCPT TO" && !isPolicy) return { outcome: "refused", reason };
    if (isForGood && command === "DATA") return { outcome: "failed", reason };
    // Sign-in, sender or session: a matter of the settings, which somebody may mend.
    return { outcome: "later", reason };
  }
  if (isGiven) return { outcome: "unknown", reason: "lost-after-data" };
  const known = [originalCode, code].find((each) => typeof each === "string" && /^[A-Z_]{2,40}$/.test(each));
  return { outcome: "later", reason: typeof known === "string" ? known : "no-connection" };
}

/** `550 5.1.1`: the code, and the finer one where it follows. RFC 3463. */
function statusIn(responseCode: number, response: unknown): string {
  const finer = typeof response === "string" ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined;
  return finer === undefined ? String(responseCode) : `${responseCode} ${finer}`;
}
