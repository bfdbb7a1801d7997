import { CannotStart } from "../cannot-start.ts";
import { runMailboxes } from "../channels/mail-in/run-mailboxes.ts";
import { openReceiver } from "../channels/mail-in/smtp-in.ts";
import type { MailInWiring } from "../channels/mail-in/take-in-mail.ts";
import { domainOf, fromOf } from "../channels/mail-out/settings.ts";
import type { Config } from "../config.ts";

/** What takes mail in, until it is stopped. */
export type MailIn = { stop(): Promise<void> };

/**
 * Reads the mailboxes that are connected, and opens the receiver where the configuration wants one.
 *
 * @throws CannotStart where the receiver's port cannot be had
 */
export async function mailInOf(
  { mail, mailIn }: Pick<Config, "mail" | "mailIn">,
  { onError, ...parts }: Omit<MailInWiring, "ownDomains"> & { onError: NonNullable<MailInWiring["onError"]> },
): Promise<MailIn> {
  const ownDomains = (organisation: string) => {
    const from = mail && fromOf(mail, organisation);
    return from === undefined ? [] : [domainOf(from)];
  };
  const wiring = { ...parts, ownDomains, onError };
  const receiver = mailIn && (await openReceiver(wiring, mailIn).catch(cannotListen));
  const mailboxes = runMailboxes(wiring, { onError });
  return {
    stop: async () => {
      await Promise.all([receiver?.close(), mailboxes.stop()]);
    },
  };
}

function cannotListen(error: unknown): never {
  const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
  throw new CannotStart(`Mail cannot be taken over there (${why}): correct HOIAM_MAIL_IN.`, {
    exitCode: 2,
    cause: error,
  });
}
