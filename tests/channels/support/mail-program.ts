import { mkdirSync, symlinkSync } from "node:fs";
import { writeInside } from "../../../src/projections/inside-organisation.ts";
import { saveConnection } from "../../../src/store/channel-connections.ts";
import { secretsKey } from "../../../src/store/secret-box.ts";
import { temporaryFolder } from "../../start/folder.ts";
import { startProgram } from "../../start/program.ts";
import { openTestApi, type TestApi } from "../../support/api.ts";
import { startMailServers, type MailServers } from "./mail-servers.ts";
import { freePort } from "./programs.ts";

const SECRETS = "a key of this conversation that nobody else has";

/** The mailbox of an organisation for complaints. */
export function addressOf(organisation: string): string {
  return `khieunai@${organisation}.example`;
}

/** Real mail servers, and the whole program as a process of its own that reads the mailboxes of organisations and sends by mail. */
export type MailProgram = {
  servers: MailServers;
  /** On the same database and the same attachments as the program. */
  test: TestApi;
  /** As of the test API; who is there already is the same. */
  person: TestApi["person"];
  close: () => Promise<void>;
};

/** @param customers whoever else has a mailbox */
export async function startMailProgram(
  organisations: readonly string[],
  customers: readonly string[],
): Promise<MailProgram> {
  const servers = await startMailServers([...organisations.map(addressOf), ...customers]);
  const test = await openTestApi({ secretsKey: secretsKey(SECRETS) });
  for (const organisation of organisations) await connectMailbox(test, servers, organisation);
  const folder = temporaryFolder();
  const data = `${folder.path}/data`;
  mkdirSync(data, { mode: 0o700 });
  symlinkSync(test.attachmentsFolder, `${data}/attachments`);
  const addresses = organisations.map((organisation) => `${organisation}=${addressOf(organisation)}`).join(",");
  const settings = {
    DATABASE_URL: test.database.loginUrl,
    HOIAM_DATA: data,
    PORT: String(await freePort()),
    HOIAM_SECRETS_KEY: SECRETS,
    HOIAM_MAIL_SERVER: `smtp://127.0.0.1:${servers.smtpPort}`,
    HOIAM_MAIL_TLS: "off",
    HOIAM_MAIL_FROM: addresses,
    HOIAM_MAIL_REPLY_TO: addresses,
    HOIAM_MAIL_REPLY_PLUS: "on",
  };
  const program = startProgram(settings, { endMsMax: 300_000 });
  await program.ready;
  const people = new Map<string, ReturnType<TestApi["person"]>>();
  return {
    servers,
    test,
    person: (organisation, personId, ...roles) => {
      const key = `${personId}@${organisation}`;
      const known = people.get(key) ?? test.person(organisation, personId, ...roles);
      people.set(key, known);
      return known;
    },
    close: async () => {
      program.kill("SIGTERM");
      await program.ended;
      await test.close();
      await servers.close();
      folder.remove();
    },
  };
}

async function connectMailbox({ store }: TestApi, { imapPort, password }: MailServers, organisation: string) {
  await writeInside(store.pool, organisation, (connection) =>
    saveConnection(connection, organisation, {
      saved: {
        connectionId: "hop-thu",
        channelId: "email",
        kind: "imap",
        name: "Hộp thư khiếu nại",
        settings: {
          host: "127.0.0.1",
          port: imapPort,
          security: "none",
          user: addressOf(organisation),
          mailbox: "INBOX",
          afterwards: "mark-read",
          beginsComplaints: true,
        },
        isOn: true,
      },
      secrets: { password },
      key: secretsKey(SECRETS),
      basedOn: null,
      by: { kind: "system", process: "spec" },
    }),
  );
}
