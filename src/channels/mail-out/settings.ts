/** How mail leaves: one server for all organisations, an address for each. */
export type MailSettings = {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise by STARTTLS, as `tls` says. */
  secure: boolean;
  tls: "required" | "if-offered" | "off";
  signIn: { user: string; password: string } | undefined;
  /** By organisation; `*` for all others. */
  from: Readonly<Record<string, string>>;
  replyTo: Readonly<Record<string, string>>;
  /** What is sent to an address of `replyTo` with a word after a plus sign arrives there, too. */
  replyPlus?: boolean | undefined;
  dkim: Dkim | undefined;
};

/** Signs what leaves from an address of this domain. */
export type Dkim = { domain: string; selector: string; privateKey: string };

/** The address that an organisation's mail comes from; undefined: none of its mail leaves. */
export function fromOf({ from }: Pick<MailSettings, "from">, organisation: string): string | undefined {
  return from[organisation] ?? from["*"];
}

export function replyToOf({ replyTo }: Pick<MailSettings, "replyTo">, organisation: string): string | undefined {
  return replyTo[organisation] ?? replyTo["*"];
}

/** The key that signs for an address; one of another domain stays unsigned rather than signed by a stranger. */
export function dkimFor({ dkim }: Pick<MailSettings, "dkim">, from: string): Dkim | undefined {
  const domain = domainOf(from);
  return dkim && (domain === dkim.domain || domain.endsWith(`.${dkim.domain}`)) ? dkim : undefined;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
