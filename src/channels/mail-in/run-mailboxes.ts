import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { takeUpLeft } from "../../intake/take-in.ts";
import { readInside, writeInside } from "../../projections/inside-organisation.ts";
import { connectionsOf, noteState, openConnection } from "../../store/channel-connections.ts";
import { organisationIds } from "../../store/open-store.ts";
import type { MailInWiring } from "./take-in-mail.ts";
import { imapFailure, imapSettings, imapWords } from "./imap-settings.ts";
import { readMailbox, type OpenMailbox } from "./read-mailbox.ts";

export type RunningMailboxes = {
  /** Ends after the message in hand, or cuts it off: it is fetched again. */
  stop(): Promise<void>;
};

type Options = {
  /** Time between two looks at which mailboxes are connected. */
  lookMs?: number;
  /** How long the server may tell of nothing before the mailbox is looked at all the same. */
  pollMs?: number;
  /** After a failure; doubled with each, up to five minutes. */
  pauseMs?: number;
  onError?: (error: unknown, where: { organisation?: string }) => void;
};

const PAUSE_MS_MAX = 5 * 60_000;
/** Another process reads it: it may end. */
const HELD_MS = 3_000;

/** Reads every mailbox that is connected and on, each for itself; and takes up what a process left when it died. Any number may run. */
export function runMailboxes(wiring: MailInWiring, options: Options = {}): RunningMailboxes {
  const { lookMs = 5_000, onError = () => undefined } = options;
  const holder = randomUUID();
  const ending = new AbortController();
  const running = new Map<string, { ending: AbortController; done: Promise<void> }>();
  const look = async () => {
    const wanted = new Map<string, { organisation: string; connectionId: string }>();
    for (const organisation of await organisationIds(wiring.store.pool)) {
      await takeUpLeft(wiring, organisation).catch((error: unknown) => onError(error, { organisation }));
      for (const each of await mailboxesOf(wiring, organisation))
        wanted.set(`${organisation} ${each.connectionId} ${each.version}`, { organisation, ...each });
    }
    for (const [key, reading] of running)
      if (!wanted.has(key)) {
        running.delete(key);
        reading.ending.abort();
        await reading.done;
      }
    for (const [key, of] of wanted)
      if (!running.has(key) && !ending.signal.aborted) {
        const own = new AbortController();
        const signal = AbortSignal.any([ending.signal, own.signal]);
        running.set(key, { ending: own, done: keepReading(wiring, of, { ...options, holder, signal }) });
      }
  };
  const looking = (async () => {
    while (!ending.signal.aborted) {
      await look().catch((error: unknown) => onError(error, {}));
      await sleep(lookMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ending.abort();
      await looking;
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

async function mailboxesOf({ store }: MailInWiring, organisation: string) {
  const connections = await readInside(store.pool, organisation, (connection) =>
    connectionsOf(connection, organisation),
  );
  return connections
    .filter(({ kind, isOn }) => kind === "imap" && isOn)
    .map(({ connectionId, version }) => ({ connectionId, version }));
}

type Of = { organisation: string; connectionId: string };

/** Connects again and again, with a pause that grows, and says on the connection why it had to. */
async function keepReading(
  wiring: MailInWiring,
  of: Of,
  {
    holder,
    signal,
    pollMs,
    pauseMs = 1_000,
    onError = () => undefined,
  }: Options & { holder: string; signal: AbortSignal },
): Promise<void> {
  let pause = pauseMs;
  while (!signal.aborted) {
    const begun = Date.now();
    const how = await readOnce(wiring, of, { holder, signal, ...(pollMs === undefined ? {} : { pollMs }) }).catch(
      async (error: unknown) => {
        await noteFailure(wiring, of, error).catch((reason: unknown) => onError(reason, of));
        return "failed" as const;
      },
    );
    // It went well for a while: this is another failure than the one before.
    if (how !== "failed" || Date.now() - begun > PAUSE_MS_MAX) pause = pauseMs;
    await sleep(how === "held" ? HELD_MS : pause, undefined, { signal }).catch(() => undefined);
    if (how === "failed") pause = Math.min(2 * pause, PAUSE_MS_MAX);
  }
}

/** @returns `held`: another process reads it */
async function readOnce(
  wiring: MailInWiring,
  of: Of,
  options: Parameters<typeof readMailbox>[2],
): Promise<"held" | "over"> {
  const mailbox = await openMailbox(wiring, of);
  return mailbox !== undefined && !(await readMailbox(wiring, mailbox, options)) ? "held" : "over";
}

async function openMailbox({ store, secretsKey }: MailInWiring, of: Of): Promise<OpenMailbox | undefined> {
  const found = await readInside(store.pool, of.organisation, (connection) =>
    openConnection(connection, { ...of, key: secretsKey }),
  );
  if (!found) return undefined;
  const settings = imapSettings.parse(found.settings);
  const { beginsComplaints } = settings;
  const password = found.secrets["password"] ?? "";
  return { ...of, channel: found.channelId, beginsComplaints, settings, password };
}

async function noteFailure({ store }: MailInWiring, of: Of, error: unknown): Promise<void> {
  const note = { failed: { code: imapFailure(error), detail: imapWords(error) } };
  await writeInside(store.pool, of.organisation, (connection) => noteState(connection, { ...of, note }));
}
