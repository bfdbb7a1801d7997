import { createHash } from "node:crypto";
import { readInside, writeInside, type Connection } from "../../projections/inside-organisation.ts";
import {
  connectionsOf,
  noteState,
  openConnection,
  renewSecrets,
  type ChannelConnection,
  type StateNote,
} from "../../store/channel-connections.ts";
import { acknowledgeCalls } from "../../store/acknowledge-calls.ts";
import type { Store } from "../../store/open-store.ts";
import { endTry, noteLeaving, type SendingEnd, type WaitingMessage } from "../../store/outbox-sending.ts";
import type { SecretsKey } from "../../store/secret-box.ts";
import { codeIn } from "../mail-out/compose-acknowledgement.ts";
import { fileOf, sayingTo } from "../mail-out/compose.ts";
import { dropped, type MailWords } from "../mail-out/composed.ts";
import type { Gateway, Given, ToGive } from "./gateway.ts";
import { gatewayCarriers, gatewayOf } from "./gateways.ts";
import { reportProof } from "./report-proof.ts";
import type { MessageCarrier } from "./outbox-sender.ts";
import { shortText } from "./short-text.ts";

/** Minutes from one try to the next. A short message that comes days later only confuses. */
const PAUSES = [1, 5, 15, 60, 240] as const;

export type GatewayWiring = Omit<MailWords, "store"> & {
  store: Store;
  key: SecretsKey;
  /** Organisations whose messages stay where they are: nobody in them is real. */
  silent: ReadonlySet<string>;
};

/** Carries short messages by the gateways that an organisation has connected and turned on. */
export function gatewayCarrier(wiring: GatewayWiring): MessageCarrier {
  const { store, silent } = wiring;
  const on = async (connection: Connection, organisation: string) =>
    (await connectionsOf(connection, organisation)).filter(({ kind, isOn }) => isOn && gatewayCarriers[kind]);
  return {
    carries: async (organisation) => {
      if (silent.has(organisation)) return [];
      const found = await readInside(store.pool, organisation, (connection) => on(connection, organisation));
      const carriers = [...new Set(found.flatMap(({ kind }) => gatewayCarriers[kind] ?? []))];
      return carriers.map((carrier) => ({
        carrier,
        channels: found.filter(({ kind }) => gatewayCarriers[kind] === carrier).map(({ channelId }) => channelId),
      }));
    },
    prepare: async (organisation) => {
      const found = await readInside(store.pool, organisation, (connection) => on(connection, organisation));
      if (!found.some(({ kind }) => gatewayCarriers[kind] === "sms")) return 0;
      const calls = found.some(({ settings }) => settings["acknowledgesCalls"] === true);
      return acknowledgeCalls(store.pool, { organisation, calls });
    },
    reaches: async (message) => {
      const { organisation } = message;
      return writeInside(store.pool, organisation, async (connection) => {
        const of = await fileOf(connection, wiring, message);
        if ("instead" in of) return false;
        for (const each of await on(connection, organisation)) {
          const gateway = await openedBy(connection, wiring, organisation, each);
          if ((await gateway?.addressOf(connection, message, of)) !== undefined) return true;
        }
        return false;
      });
    },
    tryOne: async (message, signal) => {
      const { organisation } = message;
      const found = await readInside(store.pool, organisation, (connection) => on(connection, organisation));
      const end = (how: SendingEnd) =>
        writeInside(store.pool, organisation, (connection) => endTry(connection, message, how));
      let instead = laterEnd("not-connected");
      for (const chosen of chosenFor(message, found)) {
        const ready = await readyBy(wiring, { message, chosen }).catch(async (error: unknown) => {
          await end(laterEnd("not-composed"));
          throw error;
        });
        if (ready && !("instead" in ready)) return give(wiring, { message, ready, signal });
        if (ready) ({ instead } = ready);
      }
      await end(instead);
    },
  };
}

/** Nothing was taken. */
const laterEnd = (reason: string): SendingEnd => ({
  end: "again",
  reason,
  afterMinutes: 5,
  mayHaveLeft: false,
  messageId: null,
});

/** The connection of the message's own channel, otherwise one of its carrier; what may leave by any is tried at each. */
function chosenFor(message: WaitingMessage, found: readonly ChannelConnection[]): readonly ChannelConnection[] {
  if (message.carrier === null) return found;
  const able = found.filter(({ kind }) => gatewayCarriers[kind] === message.carrier);
  const chosen = able.find(({ channelId }) => channelId === message.channel) ?? able[0];
  return chosen ? [chosen] : [];
}

type Ready = { gateway: Gateway; connectionId: string; toGive: ToGive; parts: number };

/** What is handed over, written down as about to leave; why nothing is; undefined where the connection is gone. */
function readyBy(
  wiring: GatewayWiring,
  { message, chosen }: { message: WaitingMessage; chosen: ChannelConnection },
): Promise<Ready | { instead: SendingEnd } | undefined> {
  const { organisation } = message;
  return writeInside(wiring.store.pool, organisation, async (connection) => {
    const gateway = await openedBy(connection, wiring, organisation, chosen);
    if (!gateway) return undefined;
    const made = await readyFor(connection, wiring, { message, chosen, gateway });
    return "instead" in made ? made : { gateway, connectionId: chosen.connectionId, ...made };
  });
}

/** From here on the gateway may have it: whatever breaks off leaves the row as one whose end is not known. */
async function give(
  { store }: GatewayWiring,
  { message, ready, signal }: { message: WaitingMessage; ready: Ready; signal: AbortSignal | undefined },
): Promise<void> {
  const { organisation } = message;
  const { gateway, connectionId, toGive, parts } = ready;
  const given = await gateway.give(toGive, signal);
  await writeInside(store.pool, organisation, async (connection) => {
    const { carrier } = gateway;
    if (given.reference !== undefined)
      await noteLeaving(connection, message, { carrier, connectionId, reference: given.reference, parts });
    await endTry(connection, message, endOf(given, message, gateway));
    await noteState(connection, { organisation, connectionId, note: stateAfter(given) });
  });
}

async function readyFor(
  connection: Connection,
  wiring: GatewayWiring,
  { message, chosen, gateway }: { message: WaitingMessage; chosen: ChannelConnection; gateway: Gateway },
): Promise<{ toGive: ToGive; parts: number } | { instead: SendingEnd }> {
  if (message.mayHaveLeft && !gateway.knowsRepeats)
    return { instead: { end: "unknown", reason: "broken-off", messageId: null } };
  const of = await fileOf(connection, wiring, message);
  if ("instead" in of) return of;
  const to = await gateway.addressOf(connection, message, of);
  if (to === undefined) {
    const isAutomatic = message.kind === "acknowledgement" || message.kind === "one-time-code";
    const isMissed = !isAutomatic || message.content["againBy"] !== undefined;
    return isMissed ? { instead: { end: "failed", reason: "no-address", messageId: null } } : dropped("no-address");
  }
  const saying = await sayingTo(connection, wiring, message, of);
  if (!saying) return dropped("nothing-to-say");
  const needsLink = saying.id !== "acknowledgement" && saying.id !== "one-time-code";
  const link = needsLink ? (await codeIn(connection, wiring, message, of)).url : "";
  const { text, parts } = shortText(wiring.texts("vi", of.edition), { saying, link, gateway });
  const reference = message.reference ?? referenceOf(message);
  const leaving = { carrier: gateway.carrier, connectionId: chosen.connectionId, reference, parts };
  if (!(await noteLeaving(connection, message, leaving))) return dropped("taken-over");
  return { toGive: { to, text, reference, reportUrl: reportUrl(wiring, message, { chosen, reference }) }, parts };
}

/** The same however often it is tried, and nothing that tells whose it is. */
function referenceOf({ organisation, outboxId }: WaitingMessage): string {
  return createHash("sha256").update(`sms\n${organisation}\n${outboxId}`).digest("hex").slice(0, 32);
}

/** Where the gateway tells what became of it. Its key is no secret of the gateway: it opens this alone. */
function reportUrl(
  { publicUrl, key }: GatewayWiring,
  { organisation }: WaitingMessage,
  { chosen, reference }: { chosen: ChannelConnection; reference: string },
): string {
  const { callbackUrl } = chosen.settings;
  const base = typeof callbackUrl === "string" && callbackUrl !== "" ? callbackUrl.replace(/\/+$/, "") : publicUrl;
  const proof = reportProof(key, { organisation, reference });
  return `${base}/hooks/v1/${organisation}/${chosen.connectionId}/reports/${reference}/${proof}`;
}

async function openedBy(
  connection: Connection,
  { store, key }: GatewayWiring,
  organisation: string,
  { connectionId }: ChannelConnection,
): Promise<Gateway | undefined> {
  const opened = await openConnection(connection, { organisation, connectionId, key });
  if (!opened) return undefined;
  return gatewayOf(opened, async (change) => {
    const place = { organisation, connectionId, key };
    return (await renewSecrets(store.pool, place, ({ secrets }) => change(secrets))).secrets;
  });
}

function endOf(
  { outcome, reason }: Given,
  { attempts, mayHaveLeft: hadLeft }: WaitingMessage,
  { knowsRepeats }: Pick<Gateway, "knowsRepeats">,
): SendingEnd {
  if (outcome === "sent") return { end: "sent", reason: null, messageId: null };
  const mayHaveLeft = hadLeft || outcome === "unknown";
  const pause = PAUSES[attempts - 1];
  const mayRepeat = outcome === "later" || (outcome === "unknown" && knowsRepeats);
  if (mayRepeat && pause !== undefined)
    return { end: "again", reason: reason ?? "later", afterMinutes: pause, mayHaveLeft, messageId: null };
  if (mayHaveLeft) return { end: "unknown", reason, messageId: null };
  return { end: outcome === "refused" ? "refused" : "failed", reason, messageId: null };
}

function stateAfter({ outcome, reason }: Given): StateNote {
  // What is about one reader says nothing of the connection.
  if (outcome === "sent") return "sent";
  return outcome === "later" || outcome === "unknown" ? { failed: { code: outcome, detail: reason } } : "ok";
}
