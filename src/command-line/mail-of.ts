import { readFileSync } from "node:fs";
import { CannotStart } from "../cannot-start.ts";
import { mailSender, type MailSender } from "../channels/mail-out/mail-sender.ts";
import type { MailSettings } from "../channels/mail-out/settings.ts";
import type { Config } from "../config.ts";
import { loadMailTexts } from "../procedure/load/mail-texts.ts";
import type { AttachmentStore } from "../store/attachments/attachment-store.ts";
import type { Store } from "../store/open-store.ts";
import type { SecretsKey } from "../store/secret-box.ts";
import { demonstrationAccounts } from "./demonstration.ts";

/**
 * The sender that the configuration wants; undefined: no mail leaves. In a database with people of the demonstration, mail of their
 * organisations stays where it is, unless the configuration says so: its customers have addresses that may be somebody's.
 *
 * @param attachments undefined where this machine does not keep them: mail with documents is then sent by the one that does
 * @throws CannotStart where the key cannot be read, or a text names a variable which there is not.
 */
export async function mailOf(
  { mail, publicUrl }: Pick<Config, "mail" | "publicUrl">,
  store: Store,
  attachments: AttachmentStore | undefined,
  secretsKey?: SecretsKey,
): Promise<MailSender | undefined> {
  if (!mail || !attachments) return undefined;
  refuseUnknown(mail, store);
  const settings: MailSettings = { ...mail, dkim: mail.dkim && { ...mail.dkim, privateKey: keyIn(mail.dkim.keyFile) } };
  const silent = await silentOf(mail, store);
  return mailSender({ store, attachments, texts: mailTextsOf(store), publicUrl, settings, silent, secretsKey });
}

/** Organisations whose people are made up: nothing leaves for them, unless the configuration says so. */
export async function silentOf(mail: Config["mail"], store: Store): Promise<ReadonlySet<string>> {
  const demonstration = mail?.demo ? undefined : await demonstrationAccounts(store);
  return new Set(demonstration?.providers.map(({ organisation }) => organisation));
}

/** A name that was mistyped would keep an organisation's mail where it is, without a word. */
function refuseUnknown({ from, replyTo }: NonNullable<Config["mail"]>, { registry }: Store): void {
  const known = registry.organisations().map(({ id }) => id);
  const unknown = [...Object.keys(from), ...Object.keys(replyTo)].find((id) => id !== "*" && !known.includes(id));
  if (unknown === undefined) return;
  throw new CannotStart(
    `There is no organisation ${unknown} (there are ${known.join(", ")}): correct HOIAM_MAIL_FROM or HOIAM_MAIL_REPLY_TO.`,
    { exitCode: 2 },
  );
}

/** For the lines that the start prints. */
export function mailInWords(mail: Config["mail"], sender: Pick<MailSender, "state"> | undefined): string {
  if (!mail || !sender) return "not connected: none leaves, what waits is kept (HOIAM_MAIL_SERVER)";
  const held = sender.state() === "held-back" ? ", held back: this is a demonstration (HOIAM_MAIL_DEMO)" : "";
  return `by ${mail.host}:${mail.port}${held}`;
}

/** @throws CannotStart where a text names a variable which there is not. */
export function mailTextsOf({ registry }: Store) {
  try {
    return loadMailTexts(registry.editions());
  } catch (error) {
    throw new CannotStart(`A text of mail is wrong: ${error instanceof Error ? error.message : String(error)}`, {
      exitCode: 2,
      cause: error,
    });
  }
}

function keyIn(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CannotStart(`The key that signs mail cannot be read (${why}): correct HOIAM_MAIL_DKIM_KEY.`, {
      exitCode: 2,
      cause: error,
    });
  }
}
