import { gatewayCarrier } from "../channels/send-out/gateway-carrier.ts";
import { outboxSender, type OutboxSender } from "../channels/send-out/outbox-sender.ts";
import type { MailSender } from "../channels/mail-out/mail-sender.ts";
import type { Config } from "../config.ts";
import type { Store } from "../store/open-store.ts";
import type { SecretsKey } from "../store/secret-box.ts";
import { mailTextsOf, silentOf } from "./mail-of.ts";

/** Sends what waits: as mail where there is a server, and by the gateways that an organisation has connected. */
export async function senderOf(
  { mail: mailConfig, publicUrl }: Pick<Config, "mail" | "publicUrl">,
  store: Store,
  { mail, secretsKey: key }: { mail: MailSender | undefined; secretsKey: SecretsKey },
): Promise<OutboxSender> {
  const silent = await silentOf(mailConfig, store);
  const gateways = gatewayCarrier({ store, key, texts: mailTextsOf(store), publicUrl, silent });
  return outboxSender({ store, all: mail ? [mail, gateways] : [gateways] });
}
