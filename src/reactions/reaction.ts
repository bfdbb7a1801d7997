import type { ComplaintEvent } from "../complaint/events/event.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { OutboxItem, OutboxKind } from "./outbox-item.ts";

/** What a reaction sees: one fact, and the complaint as it is after the whole command. */
export type Happened = { event: ComplaintEvent; complaint: Complaint; edition: Edition };

/** A reaction before it has its id and the sequence of its fact. */
export type Reaction = Omit<OutboxItem, "outboxId" | "sequence">;

/** A message to somebody inside, by whatever means that person is told. */
export function notice(
  kind: OutboxKind,
  audience: OutboxItem["audience"],
  recipient: string,
  content: OutboxItem["content"],
): Reaction {
  return { kind, audience, recipient, channel: null, content, urgency: "now" };
}
