/** What a gateway answered; or that it has none of it for certain (`not-reached`), or that nobody knows (`unknown`). */
export type Answered = { is: "answer"; status: number; body: string } | NotAnswered;
type NotAnswered = { is: "not-reached" | "unknown"; reason: string };

const ASK_MS_MAX = 20_000;
/** What is under way when the program stops may still end by itself. */
const STOP_MS_MAX = 3_000;
const BODY_CHARS_MAX = 20_000;

/** Failures before a request has left this machine. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Asks a gateway once. Redirects are answers like any other and never followed. Does not throw for what the other side does. */
export async function askGateway(
  url: string | URL,
  init: Pick<RequestInit, "method" | "headers" | "body">,
  signal?: AbortSignal,
): Promise<Answered> {
  const request = requestOf(url, init);
  if (!request) return { is: "not-reached", reason: "not-sendable" };
  const cut = new AbortController();
  const limits = [setTimeout(() => cut.abort(), ASK_MS_MAX)];
  const stop = () => void limits.push(setTimeout(() => cut.abort(), STOP_MS_MAX));
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const response = await fetch(request, { redirect: "manual", signal: cut.signal });
    return { is: "answer", status: response.status, body: await readSome(response) };
  } catch (error) {
    const code = codeOf(error);
    return BEFORE_SENDING.has(code) ? { is: "not-reached", reason: code } : { is: "unknown", reason: code };
  } finally {
    signal?.removeEventListener("abort", stop);
    for (const limit of limits) clearTimeout(limit);
  }
}

/** What follows for a message from a gateway that did not answer. */
export function notAnswered({ is, reason }: NotAnswered): { outcome: "later" | "unknown"; reason: string } {
  return { outcome: is === "not-reached" ? "later" : "unknown", reason };
}

/** The value of a JSON object; undefined: it is none. */
export function jsonIn(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A text or a number of what was told, as text; empty where there is none. */
export function textIn(told: Record<string, unknown> | undefined, name: string): string {
  const value = told?.[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Undefined: something in it, such as a letter in a key, stands in no request. */
function requestOf(url: string | URL, init: Pick<RequestInit, "method" | "headers" | "body">): Request | undefined {
  try {
    return new Request(url, init);
  } catch {
    return undefined;
  }
}

async function readSome(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > BODY_CHARS_MAX) break;
  }
  return text.slice(0, BODY_CHARS_MAX);
}

/** A word for what went wrong, never an address. */
function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  if (typeof code === "string" && /^[A-Z_]{2,50}$/.test(code)) return code;
  return error instanceof Error && error.name === "AbortError" ? "no-answer" : "connection-lost";
}
