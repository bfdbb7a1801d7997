import { ask, NoConnection, type Answer } from "../../api/ask.ts";
import type { ListQuery } from "./queue-search.ts";
import type { Item } from "./use-rows.ts";

/** So many in one request: each is decided by itself, and between two requests whoever waits may stop. */
const TOGETHER = 50;
const READ_TOGETHER = 200;
const FOUND_TOGETHER = 100;
/** A lost connection is tried again under the same key, so that nothing is done twice. */
const TRIES_MAX = 3;
const TRY_AGAIN_MS = 1500;

/** `why`: the server's words, in both languages. */
export type Refused = { number: string; why: unknown };
/** `sequence`: the fact that was made, for whoever takes it back. */
export type Done = { item: Item; sequence: number | undefined };
/** How far it has come. `left` was not asked for: somebody stopped, or `error` came between. */
export type Progress = {
  done: readonly Done[];
  refused: readonly Refused[];
  left: readonly Item[];
  error?: unknown;
};

/** Nothing was asked for yet. */
export function notBegun(items: readonly Item[]): Progress {
  return { done: [], refused: [], left: items };
}

/** One request about some complaints. */
export type Send = (items: readonly Item[], idempotencyKey: string) => Promise<Answer<"POST /assignments">>;
type Watched<Seen> = { onProgress: (seen: Seen) => void; signal: AbortSignal };

/**
 * Does the same with all that is left, some at a time, and goes on past what is refused. Stops between two requests when `signal`
 * says so; the same is begun with again to go on.
 */
export async function together(
  { done, refused, left }: Progress,
  send: Send,
  { onProgress, signal }: Watched<Progress>,
): Promise<Progress> {
  let progress: Progress = { done, refused, left };
  onProgress(progress);
  while (progress.left.length > 0 && !signal.aborted) {
    const some = progress.left.slice(0, TOGETHER);
    try {
      progress = after(progress, some, await sent(some, send));
    } catch (error) {
      return { ...progress, error };
    }
    onProgress(progress);
  }
  return progress;
}

type Result = Answer<"POST /assignments">["results"][number];

/** What the server had no time for is sent once more under its key. */
async function sent(items: readonly Item[], send: Send): Promise<ReadonlyMap<string, Result>> {
  const idempotencyKey = crypto.randomUUID();
  for (let tries = 1; ; tries += 1) {
    try {
      const { results, remaining } = await send(items, idempotencyKey);
      if (remaining === 0) return new Map(results.map((result) => [result.complaintId, result]));
      tries = 0;
    } catch (error) {
      if (!(error instanceof NoConnection) || tries === TRIES_MAX) throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
}

function after(before: Progress, some: readonly Item[], results: ReadonlyMap<string, Result>): Progress {
  const told = some.map((item) => ({ item, result: results.get(item.complaintId) }));
  return {
    done: [
      ...before.done,
      ...told.flatMap(({ item, result }) => (result?.result === "done" ? [{ item, sequence: result.sequence }] : [])),
    ],
    refused: [
      ...before.refused,
      ...told.flatMap(({ item, result }) =>
        result?.result === "done" ? [] : [{ number: item.number, why: result?.problem }],
      ),
    ],
    left: before.left.slice(some.length),
  };
}

/** All that a list holds, read to its end in the order of arrival, in which nothing moves meanwhile. */
export async function readAll(query: ListQuery, { onProgress, signal }: Watched<number>): Promise<Item[]> {
  const limit = query.search === undefined ? READ_TOGETHER : FOUND_TOGETHER;
  const items = new Map<string, Item>();
  for (let cursor: string | undefined; ;) {
    const page = await ask(
      "GET /complaints",
      { query: { ...query, sort: "arrival", limit, ...(cursor === undefined ? {} : { cursor }) } },
      { signal },
    );
    for (const item of page.items) items.set(item.complaintId, item);
    onProgress(items.size);
    if (page.nextCursor === null) return [...items.values()];
    cursor = page.nextCursor;
  }
}

/** Puts somebody in charge, unless somebody else was put in charge since the row was read. */
export function assignTo(personId: string | null): Send {
  return (items, idempotencyKey) =>
    ask(
      "POST /assignments",
      {
        body: { assignments: items.map(({ complaintId, sequence }) => ({ complaintId, personId, sequence })) },
      },
      { idempotencyKey },
    );
}

/** Puts in charge whoever was before, unless somebody else was put in charge since. */
export function assignBack(done: readonly Done[]): Send {
  const sequences = new Map(done.map(({ item, sequence }) => [item.complaintId, sequence]));
  return (items, idempotencyKey) => {
    const assignments = items.map(({ complaintId, ownerId: personId }) => {
      const sequence = sequences.get(complaintId);
      return { complaintId, personId, ...(sequence === undefined ? {} : { sequence }) };
    });
    return ask("POST /assignments", { body: { assignments } }, { idempotencyKey });
  };
}

export function linkTo(incidentId: string): Send {
  return (items, idempotencyKey) =>
    ask(
      "POST /incidents/:incidentId/complaints",
      { params: { incidentId }, body: { complaintIds: idsOf(items) } },
      { idempotencyKey },
    );
}

/** Takes them out of the incident again. */
export function unlinkFrom(incidentId: string, reason: string): Send {
  return (items, idempotencyKey) =>
    ask(
      "POST /incidents/:incidentId/removals",
      { params: { incidentId }, body: { complaintIds: idsOf(items), reason } },
      { idempotencyKey },
    );
}

function idsOf(items: readonly Item[]): string[] {
  return items.map(({ complaintId }) => complaintId);
}
