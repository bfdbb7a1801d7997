import type { Store } from "../../store/open-store.ts";
import { claimWaiting, type Carrier, type WaitingMessage } from "../../store/outbox-sending.ts";
import { carriersOfChannels } from "./carried.ts";
import { noteEnds } from "./note-ends.ts";

/** Messages on their way at once. */
const AT_ONCE = 4;

/** Something by which messages leave. */
export type MessageCarrier = {
  /** What it carries for an organisation at the moment. */
  carries: (organisation: string) => Promise<readonly Carrier[]>;
  /** Puts out what nothing that happened to a complaint puts out; gives how much. */
  prepare?: (organisation: string) => Promise<number>;
  /** Whether the reader of a message has an address that it reaches. */
  reaches: (message: WaitingMessage) => Promise<boolean>;
  /** Tries one, and writes how it went. */
  tryOne: (message: WaitingMessage, signal: AbortSignal | undefined) => Promise<void>;
};

export type OutboxSender = {
  /** One round for an organisation; gives how much was done. Rejects when something could not be composed, after all else was done. */
  turn: (organisation: string, signal?: AbortSignal) => Promise<number>;
  /** What leaves for an organisation at the moment. */
  carries: (organisation: string) => Promise<readonly Carrier[]>;
};

/**
 * Sends what waits in the outbox by the carrier of its channel, and tells each file what became of it. What no carrier takes stays where it is.
 * Any number may run beside one another.
 */
export function outboxSender({ store, all }: { store: Store; all: readonly MessageCarrier[] }): OutboxSender {
  const connected = async (organisation: string): Promise<Map<Carrier, MessageCarrier>> => {
    const found = new Map<Carrier, MessageCarrier>();
    for (const each of all) for (const carrier of await each.carries(organisation)) found.set(carrier, each);
    return found;
  };
  return {
    turn: async (organisation, signal) => {
      const byCarrier = await connected(organisation);
      let done = 0;
      if (byCarrier.size > 0) {
        for (const each of new Set(byCarrier.values())) done += (await each.prepare?.(organisation)) ?? 0;
        const carried = {
          carriers: [...byCarrier.keys()],
          carrierOfChannel: carriersOfChannels(store, organisation),
        };
        const claimed = await claimWaiting(store.pool, { organisation, limit: AT_ONCE, carried });
        const tries = await Promise.allSettled(
          claimed.map(async (message) => (await carrierFor(message, byCarrier))?.tryOne(message, signal)),
        );
        done += claimed.length + (await noteEnds(store, organisation));
        for (const each of tries) if (each.status === "rejected") throw each.reason;
        return done;
      }
      return noteEnds(store, organisation);
    },
    carries: async (organisation) => [...(await connected(organisation)).keys()],
  };
}

/** Of what may go by any carrier, the first that reaches its reader; where none does, the first writes that. */
async function carrierFor(
  message: WaitingMessage,
  byCarrier: ReadonlyMap<Carrier, MessageCarrier>,
): Promise<MessageCarrier | undefined> {
  if (message.carrier !== null) return byCarrier.get(message.carrier);
  const all = [...byCarrier.values()];
  for (const each of all) if (await each.reaches(message)) return each;
  return all[0];
}
