import type { ChannelType } from "../procedure/pure/vocabulary.ts";
import type { Happened, Reaction } from "./reaction.ts";

/** Channels that the program sends by itself. What is said, handed over or posted leaves by a person's hand. */
const ELECTRONIC: ReadonlySet<ChannelType> = new Set<ChannelType>(["email", "web-form", "ticket", "sms", "chat"]);

/** What leaves to the customer because of a fact. */
export function customerReactions({ event, complaint, edition }: Happened): Reaction[] {
  const message = (channel: string | undefined, kind: Reaction["kind"], content: Reaction["content"]): Reaction[] => {
    const type = edition.channels.find(({ id }) => id === channel)?.type;
    if (channel === undefined || type === undefined || !ELECTRONIC.has(type)) return [];
    return [{ kind, audience: "customer", recipient: null, channel, content, urgency: "now" }];
  };
  switch (event.type) {
    case "ComplaintRegistered":
      // Recorded as acknowledged once it has left: the receipt of the sending comes back as a command.
      return message(event.data.channel, "acknowledgement", { automatic: true });
    case "ReceiptAcknowledged":
      if (event.data.automatic) return [];
      return message(event.data.channel, "acknowledgement", { of: event.data.acknowledgementId });
    case "InformationRequested":
      return message(event.data.channel, "customer-message", { of: event.data.requestId });
    case "ComplaintAccepted":
    case "ComplaintRefused":
      return message(event.data.channel, "customer-message", { of: event.data.noticeId });
    case "CustomerInvited":
      return message(event.data.channel, "customer-message", { of: event.data.meetingId });
    case "ReplyGiven":
      return message(event.data.channel, "customer-message", { of: event.data.replyId });
    case "AnsweredAtFirstLine":
      return event.data.written ? message(event.data.channel, "customer-message", { of: event.data.replyId }) : [];
    case "OutsideRemediesTold":
      return message(event.data.channel, "customer-message", { remedies: event.data.remedies.length });
    case "NegotiationRefused":
      return event.data.written ? message(event.data.channel, "customer-message", { negotiation: true }) : [];
    case "PaperIssued":
      return message(event.data.channel, "paper", { of: event.data.paperId });
    case "TermExtended": {
      const told = event.data.customerTold;
      return told ? message(complaint.channel, "customer-message", { extended: event.data.clockId }) : [];
    }
    default:
      return [];
  }
}
