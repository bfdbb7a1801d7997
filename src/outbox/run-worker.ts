import { setTimeout as sleep } from "node:timers/promises";
import { fireDueOf, organisationsDue } from "../store/fire-due.ts";
import { remindOfCallBacks } from "../store/call-backs.ts";
import { gatherDigests } from "../store/gather-digests.ts";
import { moveClocks } from "../store/move-clocks.ts";
import { organisationIds, type Store } from "../store/open-store.ts";
import { LEAVES_MAX, sealUnsealed } from "../store/seal.ts";

/** Complaints whose clocks are moved in one transaction: so many are kept from other writers meanwhile. */
const MOVED_TOGETHER_MAX = 50;

export type Worker = {
  /** Ends after the transaction in hand. */
  stop(): Promise<void>;
};

export type WorkerOptions = {
  /** Time between two looks for what is due, when the last look found nothing. */
  pollMs?: number;
  /** Time between two seals. */
  sealMs?: number;
  /** Time between two looks whether a shift has begun, whose digests are to be gathered. */
  digestMs?: number;
  /** Time between two looks whether a changed calendar leaves clocks to be moved. */
  moveMs?: number;
  /** Time between two rounds of taking away what is kept no longer. */
  tidyMs?: number;
  /** Time between two looks for what waits to leave. */
  sendMs?: number;
  /** Complaints in one transaction. */
  batch?: number;
  /** What is taken away, for one organisation: each gives how much it removed. */
  housekeeping?: readonly ((organisation: string) => Promise<number>)[];
  /** Sends what waits outside, for one organisation: gives how much it did. None: it stays where it is. */
  sendWaiting?: ((organisation: string, signal: AbortSignal) => Promise<number>) | undefined;
  /** Told of what went wrong; the worker goes on. */
  onError?: (error: unknown, where: { organisation?: string; complaintId?: string }) => void;
};

/** Transactions of due clocks under way: while the database writes one batch, the next is decided. */
const FIRING_AT_ONCE = 2;
/** While nothing is due, the first alone looks often: the others join when there is more than one can do. */
const OTHERS_REST_TIMES = 6;

/**
 * Wakes clocks that are due, gathers each shift's digests, moves clocks to a changed calendar, sends what waits, seals the log and takes
 * away what is kept no longer, until it is stopped. Any number of workers may run, in one process or on many machines. Every organisation
 * has its turn, however much is due in another.
 *
 * What waits in the outbox stays `queued` and visible until a sender takes it.
 */
export function runWorker(store: Store, options: WorkerOptions = {}): Worker {
  const { pollMs = 500, sealMs = 5_000, digestMs = 5_000, moveMs = 5_000, tidyMs = 60_000 } = options;
  const { sendMs = 2_000, batch = 50, housekeeping = [], sendWaiting, onError = () => undefined } = options;
  const ending = new AbortController();
  const firing = Array.from({ length: FIRING_AT_ONCE }, (_none, place) => {
    const restMs = place === 0 ? pollMs : pollMs * OTHERS_REST_TIMES;
    return everyTurn(ending.signal, restMs, onError, () => fireOneTurn(store, batch, ending.signal, onError));
  });
  const sealing = everyTurn(ending.signal, sealMs, onError, () => sealOneTurn(store, ending.signal));
  const gathering = everyTurn(ending.signal, digestMs, onError, () => gatherOneTurn(store, ending.signal, onError));
  const moving = everyTurn(ending.signal, moveMs, onError, () => moveOneTurn(store, ending.signal, onError));
  const sending = everyTurn(ending.signal, sendMs, onError, () =>
    sendOneTurn(store, { sendWaiting, signal: ending.signal, onError }),
  );
  const tidying = everyTurn(ending.signal, tidyMs, onError, () =>
    tidyOneTurn(store, { housekeeping, signal: ending.signal, onError }),
  );
  return {
    stop: async () => {
      ending.abort();
      await Promise.all([...firing, sealing, gathering, moving, sending, tidying]);
    },
  };
}

/** Works on; rests for a while after a turn that found nothing to do, or that failed. */
async function everyTurn(
  signal: AbortSignal,
  restMs: number,
  onError: NonNullable<WorkerOptions["onError"]>,
  turn: () => Promise<boolean>,
): Promise<void> {
  while (!signal.aborted) {
    const didSomething = await turn().catch((error: unknown) => {
      onError(error, {});
      return false;
    });
    if (!didSomething) await sleep(restMs, undefined, { signal }).catch(() => undefined);
  }
}

/** One transaction for each organisation that has something due. */
async function fireOneTurn(
  store: Store,
  batch: number,
  signal: AbortSignal,
  onError: NonNullable<WorkerOptions["onError"]>,
): Promise<boolean> {
  let claimed = 0;
  for (const organisation of await organisationsDue(store)) {
    if (signal.aborted) break;
    try {
      const fired = await fireDueOf(store, { organisation, limit: batch });
      claimed += fired.claimed;
      for (const { complaintId, error } of fired.failed) onError(error, { organisation, complaintId });
    } catch (error) {
      onError(error, { organisation });
    }
  }
  return claimed > 0;
}

async function sealOneTurn(store: Store, signal: AbortSignal): Promise<boolean> {
  let sealed = 0;
  for (const organisation of await organisationIds(store.pool)) {
    if (signal.aborted) break;
    sealed += await sealUnsealed(store, organisation);
  }
  // A seal that could not take everything is followed by the next one at once.
  return sealed >= LEAVES_MAX;
}

async function gatherOneTurn(
  store: Store,
  signal: AbortSignal,
  onError: NonNullable<WorkerOptions["onError"]>,
): Promise<boolean> {
  for (const organisation of await organisationIds(store.pool)) {
    if (signal.aborted) break;
    // An organisation whose calendar has come to its end keeps no other from its digests.
    await gatherDigests(store, { organisation }).catch((error: unknown) => onError(error, { organisation }));
    await remindOfCallBacks(store.pool, organisation).catch((error: unknown) => onError(error, { organisation }));
  }
  return false;
}

/** One batch for each organisation whose calendar was changed. */
async function moveOneTurn(
  store: Store,
  signal: AbortSignal,
  onError: NonNullable<WorkerOptions["onError"]>,
): Promise<boolean> {
  let complaints = 0;
  for (const organisation of await organisationIds(store.pool)) {
    if (signal.aborted) break;
    try {
      const batch = await moveClocks(store, { organisation, limit: MOVED_TOGETHER_MAX });
      complaints += batch.complaints;
      for (const { complaintId, error } of batch.failed) onError(error, { organisation, complaintId });
    } catch (error) {
      onError(error, { organisation });
    }
  }
  return complaints > 0;
}

/** A round for each organisation; a server that is slow for one keeps nobody from being told of clocks. */
async function sendOneTurn(
  store: Store,
  {
    sendWaiting,
    signal,
    onError,
  }: Pick<WorkerOptions, "sendWaiting"> & Required<Pick<WorkerOptions, "onError">> & { signal: AbortSignal },
): Promise<boolean> {
  if (!sendWaiting) return false;
  let done = 0;
  for (const organisation of await organisationIds(store.pool)) {
    if (signal.aborted) break;
    done += await sendWaiting(organisation, signal).catch((error: unknown) => {
      onError(error, { organisation });
      return 0;
    });
  }
  return done > 0;
}

async function tidyOneTurn(
  store: Store,
  {
    housekeeping,
    signal,
    onError,
  }: Required<Pick<WorkerOptions, "housekeeping" | "onError">> & { signal: AbortSignal },
): Promise<boolean> {
  if (housekeeping.length === 0) return false;
  let removed = 0;
  for (const organisation of await organisationIds(store.pool)) {
    for (const chore of housekeeping) {
      if (signal.aborted) return false;
      removed += await chore(organisation).catch((error: unknown) => {
        onError(error, { organisation });
        return 0;
      });
    }
  }
  return removed > 0;
}
