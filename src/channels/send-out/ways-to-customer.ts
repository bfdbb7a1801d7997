import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { ChannelType } from "../../procedure/pure/vocabulary.ts";
import type { ComplaintFile, OutboxEntry } from "../../projections/complaint-file/complaint-file.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import type { Carried, Carrier } from "../../store/outbox-sending.ts";
import { addressIn } from "../mail-out/message.ts";
import { mobileNumber } from "../sms/mobile-number.ts";
import { zaloUserOf } from "../zalo/zalo.ts";

/**
 * By what a customer can be reached. `call`, `post`: by a person. `channel`: of the pack, for the file. `to`: null where there is nothing
 * to read.
 */
export type Way = { carrier: Carrier | "call" | "post"; channel: string | null; to: string | null };

/** How this customer can be reached now: what the file has of them, by what the organisation has connected. */
export async function waysToCustomer(
  connection: Connection,
  {
    organisation,
    file,
    edition,
    carried,
  }: { organisation: string; file: ComplaintFile; edition: Edition; carried: Carried },
): Promise<Way[]> {
  const { complaintId, state } = file;
  const { email, phone, address } = state.customer;
  const to: Record<Carrier, string | null | undefined> = {
    mail: addressIn(email),
    sms: mobileNumber(phone),
    chat: (await zaloUserOf(connection, { organisation, complaintId })) === undefined ? undefined : null,
  };
  const own = carried.carriers.flatMap((carrier): Way[] => {
    const address = to[carrier];
    return address === undefined ? [] : [{ carrier, channel: channelFor(carrier, { edition, carried }), to: address }];
  });
  const byHand = (carrier: "call" | "post", type: ChannelType, reach: string | undefined): Way[] => {
    const channel = edition.channels.find((each) => each.type === type)?.id ?? null;
    return reach === undefined || reach.trim() === "" ? [] : [{ carrier, channel, to: reach }];
  };
  return [...own, ...byHand("call", "phone", phone), ...byHand("post", "post", address)];
}

/** The pack's channel under which the file records what left by a carrier; null: the one that the complaint came by. */
function channelFor(carrier: Carrier, { edition, carried }: { edition: Edition; carried: Carried }): string | null {
  const of = edition.channels.filter(({ id }) => carried.carrierOfChannel[id] === carrier);
  const isMail = carrier === "mail";
  const own = of.find(({ type }) => !isMail || type === "email");
  const phone = edition.channels.find(({ type }) => carrier === "sms" && type === "phone");
  return own?.id ?? phone?.id ?? null;
}

/** By what a message leaves: as it was chosen, or as its channel does. */
export function carrierOfMessage(
  { carrier, channel, audience }: Pick<OutboxEntry, "carrier" | "channel" | "audience">,
  { carrierOfChannel }: Carried,
): Carrier | null {
  if (carrier !== null) return carrier;
  if (audience !== "customer") return audience === "link" ? "mail" : null;
  return channel === null ? null : (carrierOfChannel[channel] ?? null);
}

const NOT_ARRIVED: ReadonlySet<OutboxEntry["status"]> = new Set<OutboxEntry["status"]>([
  "bounced",
  "refused",
  "failed",
  "unknown",
  "dropped",
]);

/** Whether it came back for good from what the file still has: the same again would come back, too. */
export function isDeadEnd(
  { status, endedAt, outcomeAt }: Pick<OutboxEntry, "status" | "endedAt" | "outcomeAt">,
  carrier: Carrier | null,
  events: ComplaintFile["events"],
): boolean {
  const at = outcomeAt ?? endedAt;
  const field = carrier === "mail" ? "email" : carrier === "sms" ? "phone" : null;
  if (field === null || at === null || !(status === "bounced" || status === "refused")) return false;
  const written = events.flatMap(({ type, data, recordedAt }) => {
    const value = type === "ComplaintRegistered" || type === "EntryCorrected" ? data.customer[field] : undefined;
    return value === undefined
      ? []
      : [{ value: value.trim().toLowerCase(), isLater: Date.parse(recordedAt) > Date.parse(at) }];
  });
  return written.findLast(({ isLater }) => !isLater)?.value === written.at(-1)?.value;
}

/** Whether a person may have it sent once more: it is over, has not arrived, and nothing of it waits. */
export function canSendAgain(message: OutboxEntry, all: readonly OutboxEntry[]): boolean {
  const { audience, kind, endedAt, status, outboxId, againOf, openedAt } = message;
  if (audience !== "customer" || kind === "one-time-code" || endedAt === null || openedAt !== null) return false;
  const root = againOf ?? outboxId;
  const later = all.filter(
    (each) => each.againOf === root && each.outboxId !== outboxId && each.queuedAt >= message.queuedAt,
  );
  return NOT_ARRIVED.has(status) && later.length === 0;
}
