import { ImapFlow } from "imapflow";
import nodemailer from "nodemailer";
import { readMail, type ReadMail } from "../../../src/channels/mail-in/read/read-mail.ts";
import type { MailServers } from "./mail-servers.ts";
import { until } from "./programs.ts";

/** What somebody writes; `answers`: the mail that it is an answer to. */
export type Written = {
  to: string;
  subject: string;
  text: string;
  answers?: Pick<ReadMail, "messageId" | "references">;
};

/** A mail program on somebody's own mailbox. */
export type MailClient = {
  /** Gives the Message-ID. */
  write: (mail: Written) => Promise<string>;
  /** Takes the oldest mail out of the mailbox, once there is one; `headers` as they came. */
  next: () => Promise<ReadMail & { headers: string }>;
};

export function mailClient(servers: MailServers, mailbox: string): MailClient {
  const own = { domains: [mailbox.split("@")[1] ?? ""] };
  return {
    write: async ({ answers, ...mail }) => {
      const { smtpPort } = servers;
      const transport = nodemailer.createTransport({
        host: "127.0.0.1",
        port: smtpPort,
        secure: false,
        ignoreTLS: true,
      });
      const thread = answers?.messageId
        ? { inReplyTo: answers.messageId, references: [...answers.references, answers.messageId] }
        : {};
      const { messageId } = await transport.sendMail({ from: mailbox, ...mail, ...thread });
      return messageId;
    },
    next: async () => {
      const source = await taken(servers, mailbox);
      const headers = source.toString("latin1").split("\r\n\r\n", 1)[0] ?? "";
      return { ...(await readMail(source, own)), headers };
    },
  };
}

/** Of this mailbox, as who waits for what comes in. */
export function imapClient({ imapPort, password }: MailServers, mailbox: string): ImapFlow {
  return new ImapFlow({
    host: "127.0.0.1",
    port: imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: mailbox, pass: password },
    logger: false,
  });
}

// A mailbox that a dead process was reading is left alone for half a minute.
const WAIT_MS_MAX = 75_000;

async function taken(servers: MailServers, mailbox: string): Promise<Buffer> {
  const client = imapClient(servers, mailbox);
  await client.connect();
  try {
    await client.mailboxOpen("INBOX");
    const source = await until(
      `a mail to ${mailbox}`,
      async () => {
        await client.noop();
        if (client.mailbox === false || client.mailbox.exists === 0) return undefined;
        const found = await client.fetchOne("1", { source: true });
        return found ? found.source : undefined;
      },
      WAIT_MS_MAX,
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${servers.log()}`);
    });
    await client.messageDelete("1");
    return source;
  } finally {
    await client.logout();
  }
}
