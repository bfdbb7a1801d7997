import { del, get, keys, set } from "idb-keyval";
import { ask, NoConnection, ServerProblem, type Answer, type Operation, type Parts, type Sending } from "./ask.ts";

/**
 * Without these no page opens while the network is gone: who is signed in, and the forms that complaints are taken down on. No
 * other answer is kept in the browser: no complaint, no customer.
 */
const KEPT: ReadonlySet<Operation> = new Set([
  "GET /session",
  "GET /procedures",
  "GET /procedures/:procedure/registration",
  "GET /organisations",
  "GET /public/organisations/:organisation",
] as const);

const MARK = "answer|";

export function isKept(operation: Operation): boolean {
  return KEPT.has(operation);
}

/** The server's answer; while it cannot be reached, the one that it gave last. */
export async function askOrKept<Op extends Operation>(
  operation: Op,
  parts: Parts<Op>,
  sending: Sending = {},
): Promise<Answer<Op>> {
  try {
    const answer = await ask(operation, parts, sending);
    void keepAnswer(operation, parts, answer);
    return answer;
  } catch (error) {
    if (error instanceof ServerProblem && error.problem.status === 401) void forgetKeptAnswers();
    const kept = error instanceof NoConnection ? await keptAnswer(operation, parts) : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
}

/** Keeps an answer that came by another way: the session that signing in opened. */
export async function keepAnswer<Op extends Operation>(
  operation: Op,
  parts: Parts<Op>,
  answer: Answer<Op>,
): Promise<void> {
  // Whoever comes back is themselves, and for nobody else.
  if ((answer as { deputyFor?: unknown }).deputyFor) return;
  await set(nameOf(operation, parts), answer).catch(() => undefined);
}

/** For the next who signs in here, and whenever somebody signs out. */
export async function forgetKeptAnswers(): Promise<void> {
  try {
    const known = await keys<string>();
    await Promise.all(known.filter((name) => name.startsWith(MARK)).map((name) => del(name)));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

async function keptAnswer<Op extends Operation>(operation: Op, parts: Parts<Op>): Promise<Answer<Op> | undefined> {
  const kept = await get<Answer<Op>>(nameOf(operation, parts)).catch(() => undefined);
  const { expiresAt } = (kept ?? {}) as { expiresAt?: string };
  return expiresAt !== undefined && expiresAt <= new Date().toISOString() ? undefined : kept;
}

function nameOf<Op extends Operation>(operation: Op, parts: Parts<Op>): string {
  return MARK + JSON.stringify([operation, parts]);
}
