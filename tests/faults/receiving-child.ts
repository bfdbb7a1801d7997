import { ImapFlow } from "imapflow";
import pg from "pg";
import { readMailbox } from "../../src/channels/mail-in/read-mailbox.ts";
import { imapSettings } from "../../src/channels/mail-in/imap-settings.ts";
import { diskStore } from "../../src/store/attachments/disk.ts";
import { testSecretsKey } from "../support/arrivals.ts";
import { openTestStore } from "../support/store.ts";
import { dieBefore } from "./die-at.ts";

// Reads a mailbox, and dies before its first step of a name for one message; otherwise it ends with 0 when it has read all.
const [databaseUrl, imapPort, folder, dyingUid, dyingBefore] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, pipeline: true });
const store = await openTestStore({ pool });
const dying = dieBefore(dyingBefore);
const fetchOne = Reflect.get(ImapFlow.prototype, "fetchOne");
ImapFlow.prototype.fetchOne = function (this: ImapFlow, ...asked) {
  if (String(asked[0]) === dyingUid) dying.begin();
  return fetchOne.apply(this, asked);
};
ImapFlow.prototype.idle = () => process.exit(0);
await readMailbox(
  { store, secretsKey: testSecretsKey, attachments: dying.watched(diskStore(folder ?? "")), ownDomains: () => [] },
  {
    organisation: "vntt",
    connectionId: "hop-thu",
    channel: "email",
    beginsComplaints: true,
    settings: imapSettings.parse({ host: "127.0.0.1", port: imapPort, security: "none", user: "hoiam" }),
    password: "mật-khẩu",
  },
  { holder: String(process.pid), signal: new AbortController().signal },
);
