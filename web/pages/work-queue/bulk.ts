import { ask } from "../../api/ask.ts";
import type { Item } from "./use-rows.ts";

/** So many at a time: quick enough, and others are served too. */
const AT_A_TIME = 4;
const LINKED_AT_A_TIME = 50;

export type Refused = { number: string; why: unknown };
/** How far it has come; `refused` is told by number and reason. */
export type Progress = { done: readonly Item[]; refused: readonly Refused[]; of: number };

/** Does the same with each, a few at a time, and goes on past what is refused. Stops early when `signal` says so. */
export async function withEach(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  { onProgress, signal }: { onProgress: (progress: Progress) => void; signal?: AbortSignal },
): Promise<Progress> {
  const done: Item[] = [];
  const refused: Refused[] = [];
  const waiting = [...items];
  const tell = () => onProgress({ done: [...done], refused: [...refused], of: items.length });
  const takeTurns = async () => {
    for (let item = waiting.shift(); item && !signal?.aborted; item = waiting.shift()) {
      try {
        await work(item);
        done.push(item);
      } catch (why) {
        refused.push({ number: item.number, why });
      }
      tell();
    }
  };
  tell();
  await Promise.all(Array.from({ length: AT_A_TIME }, takeTurns));
  return { done, refused, of: items.length };
}

/** Puts somebody in charge, unless somebody else was put in charge since the row was read. */
export function assignTo(personId: string | null) {
  return ({ complaintId, sequence }: Item) =>
    ask(
      "POST /complaints/:complaintId/assignments",
      { params: { complaintId }, query: {}, body: { personId } },
      { ifMatch: sequence, idempotencyKey: crypto.randomUUID() },
    );
}

/** Puts in charge whoever was before. */
export function assignBack({ complaintId, ownerId }: Item) {
  return ask(
    "POST /complaints/:complaintId/assignments",
    { params: { complaintId }, query: {}, body: { personId: ownerId } },
    { idempotencyKey: crypto.randomUUID() },
  );
}

/** Links complaints to an incident, some at a time; what the server had no time for is sent once more under its key. */
export async function linkAll(
  items: readonly Item[],
  incidentId: string,
  { onProgress, signal }: { onProgress: (progress: Progress) => void; signal?: AbortSignal },
): Promise<Progress> {
  const done: Item[] = [];
  const refused: Refused[] = [];
  const now = () => ({ done: [...done], refused: [...refused], of: items.length });
  onProgress(now());
  for (let from = 0; from < items.length && !signal?.aborted; from += LINKED_AT_A_TIME) {
    const some = items.slice(from, from + LINKED_AT_A_TIME);
    for (const { item, problem } of await linkSome(some, incidentId)) {
      if (problem === undefined) done.push(item);
      else refused.push({ number: item.number, why: problem });
    }
    onProgress(now());
  }
  return now();
}

async function linkSome(items: readonly Item[], incidentId: string) {
  const byId = new Map(items.map((item) => [item.complaintId, item]));
  const parts = { params: { incidentId }, body: { complaintIds: [...byId.keys()] } };
  const idempotencyKey = crypto.randomUUID();
  const told = new Map<string, { item: Item; problem: unknown }>();
  for (let left = 1; left > 0;) {
    const { results, remaining } = await ask("POST /incidents/:incidentId/complaints", parts, { idempotencyKey });
    for (const { complaintId, result, problem } of results) {
      const item = byId.get(complaintId);
      if (item) told.set(complaintId, { item, problem: result === "done" ? undefined : (problem ?? result) });
    }
    left = remaining;
  }
  return told.values();
}
