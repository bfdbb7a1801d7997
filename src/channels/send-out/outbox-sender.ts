import type { Store } from "../../store/open-store.ts";
import { claimWaiting, type Carried, type Carrier, type WaitingMessage } from "../../store/outbox-sending.ts";
import { carriersOfChannels } from "./carried.ts";
import { noteEnds } from "./note-ends.ts";

/** Messages on their way at once. */
const AT_ONCE = 4;

/** Something by which messages leave. */
export type MessageCarrier = {
  /** What it carries for an organisation at the moment; `channels`: which of the pack are connected with it. */
  carries: (organisation: string) => Promise<readonly { carrier: Carrier; channels: readonly string[] }[]>;
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
  /** What leaves for an organisation at the moment, and by which carrier each channel. */
  connected: (organisation: string) => Promise<Carried>;
};

/**
 * Sends what waits in the outbox by the carrier of its channel, and tells each file what became of it. What no carrier takes stays where it is.
 * Any number may run beside one another.
 */
export function outboxSender({ store, all }: { store: Store; all: readonly MessageCarrier[] }): OutboxSender {
  const connected = async (organisation: string) => {
    const byCarrier = new Map<Carrier, MessageCarrier>();
    const carrierOfChannel = { ...carriersOfChannels(store, organisation) };
    for (const each of all)
      for (const { carrier, channels } of await each.carries(organisation)) {
        byCarrier.set(carrier, each);
        // A channel of text messages is what it is connected with: Zalo, or SMS.
        for (const id of channels) if (carrierOfChannel[id] !== "mail") carrierOfChannel[id] = carrier;
      }
    return { byCarrier, carrierOfChannel };
  };
  return {
    turn: async (organisation, signal) => {
      const { byCarrier, carrierOfChannel } = await connected(organisation);
      if (byCarrier.size === 0) return noteEnds(store, organisation);
      let done = 0;
      for (const each of new Set(byCarrier.values())) done += (await each.prepare?.(organisation)) ?? 0;
      const carried = { carriers: [...byCarrier.keys()], carrierOfChannel };
      const claimed = await claimWaiting(store.pool, { organisation, limit: AT_ONCE, carried });
      const tries = await Promise.allSettled(
        claimed.map(async (message) => (await carrierFor(message, byCarrier))?.tryOne(message, signal)),
      );
      done += claimed.length + (await noteEnds(store, organisation));
      for (const each of tries) if (each.status === "rejected") throw each.reason;
      return done;
    },
    connected: async (organisation) => {
      const { byCarrier, carrierOfChannel } = await connected(organisation);
      return { carriers: [...byCarrier.keys()], carrierOfChannel };
    },
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
