import type { CommandRequest } from "../../store/decide-command.ts";
import { handleCommand } from "../../store/handle-command.ts";
import type { Store } from "../../store/open-store.ts";
import { noteEnd, unnotedEnds, type EndedMessage } from "../../store/outbox-outcomes.ts";

const NOTED_AT_ONCE = 20;
const outcomes = {
  sent: "dispatched",
  delivered: "delivered",
  bounced: "bounced",
  refused: "bounced",
  failed: "failed",
  unknown: "unknown",
} as const;

/**
 * Tells each file what became of its messages, and people of what did not get through: once, however often a worker dies between. What
 * the procedure does not take any more (the file is put away) is left at that.
 *
 * @returns how many ends were told
 */
export async function noteEnds(store: Store, organisation: string): Promise<number> {
  const ended = await unnotedEnds(store.pool, { organisation, limit: NOTED_AT_ONCE });
  for (const message of ended) {
    await tellFile(store, message);
    await noteEnd(store.pool, message);
  }
  return ended.length;
}

async function tellFile(store: Store, message: EndedMessage): Promise<void> {
  const { complaintId, channel, kind, content, status, reason, endedAt, outcomeAt } = message;
  if (complaintId === null || channel === null) return;
  const isAcknowledgement = kind === "acknowledgement" && content["automatic"] === true;
  const of = isAcknowledgement ? await acknowledgedBy(store, { ...message, complaintId, channel }) : content["of"];
  // Of the automatic acknowledgement itself nothing more is to be said.
  if (typeof of !== "string" || (isAcknowledgement && status === "sent")) return;
  const data = { of, outcome: outcomes[status], channel, ...(reason === null ? {} : { detail: reason }) };
  const occurredAt = outcomeAt ?? endedAt;
  await handleCommand(store, {
    ...requestFor(message, complaintId),
    command: { verb: "record-dispatch", occurredAt, data },
    idempotencyKey: `mail ${message.outboxId} ${status}`,
  });
}

/**
 * The receipt of an automatic acknowledgement is what makes it one: recorded where it has left, also where it came back since.
 *
 * @returns its id in the file; undefined where it never left, or the procedure takes none any more
 */
async function acknowledgedBy(
  store: Store,
  message: EndedMessage & { complaintId: string; channel: string },
): Promise<string | undefined> {
  const { complaintId, channel, status, endedAt, outcomeAt, outboxId } = message;
  if (status !== "sent" && outcomeAt === null) return undefined;
  const result = await handleCommand(store, {
    ...requestFor(message, complaintId),
    command: { verb: "acknowledge", occurredAt: endedAt, data: { automatic: true, channel } },
    idempotencyKey: `mail ${outboxId} sent`,
  });
  if (result.result !== "done") return undefined;
  const receipt = result.events.find(({ type }) => type === "ReceiptAcknowledged");
  return receipt?.type === "ReceiptAcknowledged" ? receipt.data.acknowledgementId : undefined;
}

function requestFor(
  { organisation }: EndedMessage,
  complaintId: string,
): Pick<CommandRequest, "organisation" | "complaintId" | "actor"> {
  return { organisation, complaintId, actor: { kind: "system", process: "mail" } };
}
