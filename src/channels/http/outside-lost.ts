import { problem, type Problem } from "./problem.ts";

/** Seconds after which it is worth asking again. */
const RETRY_AFTER_S = 5;

/** What PostgreSQL, the network and the disk say of themselves: nothing is wrong with the request or the program. */
const lostCodes = new Set([
  "ECONNREFUSED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  // The server stops, has crashed, is starting, or has no connection left; a transaction was ended for one of these.
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "25P03",
]);
const fullCodes = new Set(["ENOSPC", "EDQUOT", "53100"]);

/** What pg says of a connection that is gone; it gives no code. */
const LOST_WORDS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

/** The problem of a request that met a lost database, a lost bucket or a full disk; undefined for every other error. */
export function problemOfOutside(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (fullCodes.has(code)) return problem("storage-full");
  if (lostCodes.has(code) || code.startsWith("08") || LOST_WORDS.test(error.message) || isResetByServer(error)) {
    return problem("database-lost", {}, { headers: { "retry-after": String(RETRY_AFTER_S) } });
  }
  // `fetch` and a pool that tried several addresses say why in what they wrap.
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return inner.map(problemOfOutside).find((each) => each !== undefined);
}

/** A connection of ours that was reset has a system call; a caller who hung up has none. */
function isResetByServer(error: Error): boolean {
  return "code" in error && error.code === "ECONNRESET" && "syscall" in error;
}
