import { isUtf8 } from "node:buffer";
import type { FastifyInstance } from "fastify";
import { Problem, problem } from "./problem.ts";

/** Bytes of a JSON body. The longest text of one value and a little more. */
export const BODY_BYTES_MAX = 2_000_000;

/**
 * Reads JSON strictly: broken UTF-8, NUL, lone surrogates and keys that poison prototypes are refused, because they
 * cannot be kept; text that is composed otherwise (from macOS, from windows-1258) is normalised to NFC.
 */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser("error", "error");
  server.removeContentTypeParser(["application/json", "text/plain"]);
  server.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    if (!isUtf8(bytes) || bytes.includes(0)) return done(problem("malformed-text"));
    const text = bytes.toString("utf8").normalize("NFC");
    if (isNestedTooDeep(text)) return done(problem("malformed-json", { what: `nested deeper than ${NESTING_MAX}` }));
    void parse(request, text, (error: Error | null, value: unknown) => {
      if (error) return done(problem("malformed-json", { what: whereItBreaks(text) }));
      // Escapes are the only way left for what the text itself did not hold.
      if (!text.includes("\\u")) return done(null, value);
      try {
        done(null, keepable(value));
      } catch (unkeepable) {
        done(unkeepable instanceof Problem ? unkeepable : problem("malformed-text"));
      }
    });
  });
}

/** How deep objects and arrays may lie in one another. No request that is documented needs ten. */
const NESTING_MAX = 50;

/** Brackets within texts count for nothing. Looked at before anything is made of the body: depth costs whoever walks through it. */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInText) {
      if (sign === "\\") at += 1;
      else if (sign === '"') isInText = false;
    } else if (sign === '"') isInText = true;
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > NESTING_MAX) return true;
  }
  return false;
}

/** Text as it may be kept: NFC, without NUL and lone surrogates. */
export function keepableText(text: string): string {
  if (text.includes("\0") || !text.isWellFormed()) throw problem("malformed-text");
  return text.normalize("NFC");
}

function keepable(value: unknown): unknown {
  if (typeof value === "string") return keepableText(value);
  if (Array.isArray(value)) return value.map(keepable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [keepableText(name), keepable(each)]));
}

// The engine's message quotes what it could not read, which may be personal: only the place is told.
function whereItBreaks(text: string): string {
  if (text === "") return "empty";
  try {
    JSON.parse(text);
    return "a forbidden key (__proto__ or constructor)";
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return /position \d+(?: \(line \d+ column \d+\))?/.exec(message)?.[0] ?? "it ends too early";
  }
}
