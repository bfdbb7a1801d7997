/** Something that must leave, as it waits in the outbox: ids only, words are read from the log when it is sent. */
export type OutboxItem = {
  /** Made from the fact that it follows from: the same however often it is computed or tried. */
  outboxId: string;
  /** Sequence of that fact. */
  sequence: number;
  kind: OutboxKind;
  audience: "customer" | "person" | "unit" | "clock-owner" | "role" | "link";
  /** Id of the person, unit, role or link; null for the customer of the complaint, and for a link that is made when it is sent. */
  recipient: string | null;
  /** The pack's channel; null: however this audience is told. */
  channel: string | null;
  content: Record<string, string | number | boolean | null>;
  /** `digest`: waits for its shift's one message, a row `shift-digest` that the store makes of all that wait. */
  urgency: "now" | "digest";
};

export type OutboxKind =
  | "acknowledgement"
  | "customer-message"
  | "paper"
  | "assigned"
  | "mentioned"
  | "coordination-asked"
  | "answer-link"
  | "coordination-answered"
  | "approval-asked"
  | "signature-asked"
  | "action-ordered"
  | "action-completed"
  | "action-verified"
  | "action-ineffective"
  | "customer-informed"
  | "customer-accepts"
  | "customer-accepts-not"
  | "customer-silent"
  | "customer-withdrew"
  | "customer-comes"
  | "customer-comes-not"
  | "customer-goes-on"
  | "customer-went-outside"
  | "customer-signed"
  | "negotiation-asked"
  | "decision-approved"
  | "decision-sent-back"
  | "direction-given"
  | "paper-checked"
  | "paper-signed"
  | "term-extended"
  | "clock-warned"
  | "clock-breached";
