import type { NewArrival } from "../../src/store/arrivals.ts";
import { secretsKey } from "../../src/store/secret-box.ts";

/** For specs: what the tokens in mail are signed with. */
export const testSecretsKey = secretsKey("a key of specs that is long enough, and known to all");

const EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** A mail to VNTT of 9 November 2026, a Monday, 9:30 in Vietnam. `headers` changes its headers. */
export function mailArrival(
  change: Partial<Omit<NewArrival, "mailHeaders">> & { headers?: Partial<NonNullable<NewArrival["mailHeaders"]>> } = {},
): NewArrival {
  const { headers, ...rest } = change;
  const messageId = headers?.messageId ?? "<thu-1@khach.example>";
  return {
    organisation: "vntt",
    connectionId: "hop-thu-1",
    channel: "email",
    medium: "mail",
    externalKey: `${messageId} 1`,
    beginsComplaints: true,
    receivedAt: "2026-11-09T02:30:00.000Z",
    sender: { name: "Nguyễn Thị Hoa", email: "hoa@khach.example" },
    subject: "Mất mạng từ sáng",
    content: "Nhà tôi mất mạng internet từ 6 giờ sáng nay.",
    quoted: null,
    htmlSha256: null,
    originalSha256: EMPTY_SHA256,
    originalBytes: 0,
    attachments: [],
    notes: [],
    nature: "message",
    mailHeaders: {
      messageId,
      inReplyTo: [],
      references: [],
      to: ["khieunai@vntt.example"],
      cc: [],
      deliveredTo: [],
      date: null,
      bounce: null,
      ...headers,
    },
    ...rest,
  };
}
