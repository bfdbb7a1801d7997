import type { SendingEnd } from "../../store/outbox-sending.ts";
import type { HandedOver } from "./hand-over.ts";

/** Minutes from one try to the next: some four days in all, as RFC 5321 4.5.4.1 wants. */
const PAUSES = [1, 5, 15, 60, 240, 720, 1440, 1440, 1440] as const;

/**
 * What follows from a try. What may have left at some try is never called refused or failed: its end is not known.
 *
 * @param mail.attempts counts this one, from 1
 */
export function endOfTry(
  { outcome, reason }: HandedOver,
  mail: { attempts: number; mayHaveLeft: boolean; messageId: string },
): SendingEnd {
  const { attempts, messageId } = mail;
  if (outcome === "sent") return { end: "sent", reason: null, messageId };
  const mayHaveLeft = mail.mayHaveLeft || outcome === "unknown";
  const pause = PAUSES[attempts - 1];
  const isForGood = outcome === "refused" || outcome === "failed";
  if (!isForGood && pause !== undefined)
    return { end: "again", reason: reason ?? "later", afterMinutes: pause, mayHaveLeft, messageId };
  if (mayHaveLeft) return { end: "unknown", reason, messageId };
  return { end: outcome === "refused" ? "refused" : "failed", reason, messageId: null };
}
