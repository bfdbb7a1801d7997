import type { z } from "zod";
import type { OpenConnection } from "../../store/channel-connections.ts";
import type { Carrier } from "../../store/outbox-sending.ts";
import { esmsGateway, esmsSettings } from "../sms/esms.ts";
import { kannelGateway, kannelSettings } from "../sms/kannel.ts";
import { zaloGateway, zaloSettings } from "../zalo/zalo.ts";
import type { Gateway, RenewSecrets } from "./gateway.ts";

/** What each kind of connection carries outside. */
export const gatewayCarriers: Readonly<Partial<Record<string, Carrier>>> = { kannel: "sms", esms: "sms", zalo: "chat" };

/** The gateway of a connection; undefined where its kind sends nothing, or its settings are of an older form. */
export function gatewayOf(opened: OpenConnection, renewSecrets: RenewSecrets): Gateway | undefined {
  const { kind, secrets } = opened;
  const parsed = <S>(schema: z.ZodType<S>) => schema.safeParse(opened.settings).data;
  if (kind === "kannel") {
    const settings = parsed(kannelSettings);
    return settings && kannelGateway(settings, secrets["password"] ?? "");
  }
  if (kind === "esms") {
    const settings = parsed(esmsSettings);
    return (
      settings && esmsGateway(settings, { apiKey: secrets["apiKey"] ?? "", secretKey: secrets["secretKey"] ?? "" })
    );
  }
  if (kind === "zalo") {
    const settings = parsed(zaloSettings);
    return settings && zaloGateway(settings, secrets, renewSecrets);
  }
  return undefined;
}
