import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { MailSettings } from "./settings.ts";

/** A connection to the server, not begun yet. It waits `phaseMs` for each step of the beginning, then `silenceMs` for each word. */
export function connectionTo(
  { host, port, secure, tls }: Pick<MailSettings, "host" | "port" | "secure" | "tls">,
  { phaseMs, silenceMs }: { phaseMs: number; silenceMs: number },
): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: !secure && tls === "required",
    ignoreTLS: !secure && tls === "off",
    opportunisticTLS: !secure && tls === "if-offered",
    connectionTimeout: phaseMs,
    greetingTimeout: phaseMs,
    dnsTimeout: phaseMs,
    socketTimeout: silenceMs,
  });
}
