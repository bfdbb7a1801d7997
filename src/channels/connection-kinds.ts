import type { ConnectionKind } from "./connection-kind.ts";
import { imapKind, smtpInKind } from "./mail-in/kind.ts";
import { callWebhookKind, stringeeKind } from "./phone/kind.ts";
import { esmsKind, kannelKind } from "./sms/kind.ts";
import { zaloKind } from "./zalo/kind.ts";

/** Every kind of connection there is, in the order in which forms offer them. One line each. */
export const connectionKinds: readonly ConnectionKind[] = [
  imapKind,
  smtpInKind,
  kannelKind,
  esmsKind,
  zaloKind,
  callWebhookKind,
  stringeeKind,
];
