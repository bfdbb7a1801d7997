import type { CommandRequest } from "../../store/decide-command.ts";
import { handleCommand } from "../../store/handle-command.ts";
import type { Store } from "../../store/open-store.ts";
import { noteEnd, unnotedEnds, type EndedMessage } from "../../store/outbox-sending.ts";

const NOTED_AT_ONCE = 20;
const outcomes = { sent: "dispatched", refused: "bounced", failed: "failed", unknown: "unknown" } as const;

/**
 * Tells each file what became of its mail, and people of what did not get through: once, however often a worker dies between. What
 * the procedure does not take any more (the file is put away) is left at that.
 *
 * @returns how many ends were told
 */
export async function noteEnds(store: Store, organisation: string): Promise<number> {
  const ended = await unnotedEnds(store.pool, { organisation, limit: NOTED_AT_ONCE });
  for (const mail of ended) {
    const command = commandOf(mail);
    if (command) await handleCommand(store, command);
    await noteEnd(store.pool, mail);
  }
  return ended.length;
}

function commandOf({
  organisation,
  outboxId,
  complaintId,
  kind,
  channel,
  content,
  ...how
}: EndedMessage): CommandRequest | undefined {
  if (complaintId === null || channel === null) return undefined;
  const { status, reason, endedAt } = how;
  const request = {
    organisation,
    complaintId,
    actor: { kind: "system", process: "mail" } as const,
    idempotencyKey: `mail ${outboxId} ${status}`,
  };
  // The receipt of an automatic acknowledgement is what makes it one.
  if (kind === "acknowledgement" && content["automatic"] === true)
    return status === "sent"
      ? { ...request, command: { verb: "acknowledge", occurredAt: endedAt, data: { automatic: true, channel } } }
      : undefined;
  const of = content["of"];
  if (typeof of !== "string") return undefined;
  const data = { of, outcome: outcomes[status], channel, ...(reason === null ? {} : { detail: reason }) };
  return { ...request, command: { verb: "record-dispatch", occurredAt: endedAt, data } };
}
