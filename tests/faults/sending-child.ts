import pg from "pg";
import { mailSender } from "../../src/channels/mail-out/mail-sender.ts";
import { loadMailTexts } from "../../src/procedure/load/mail-texts.ts";
import { diskStore } from "../../src/store/attachments/disk.ts";
import { testSecretsKey } from "../support/arrivals.ts";
import { openTestStore } from "../support/store.ts";
import { dieBefore } from "./die-at.ts";

// Sends what waits, and dies before its first step of a name; otherwise it ends with 0 when nothing is left.
const [databaseUrl, mailPort, folder, dyingBefore] = process.argv.slice(2);
const port = Number(mailPort);
const pool = new pg.Pool({ connectionString: databaseUrl, pipeline: true });
const store = await openTestStore({ pool });
const dying = dieBefore(dyingBefore, { mailPort: port });
const sender = mailSender({
  store,
  attachments: diskStore(folder ?? ""),
  texts: loadMailTexts(store.registry.editions()),
  publicUrl: "https://hoiam.example",
  silent: new Set(),
  secretsKey: testSecretsKey,
  settings: {
    host: "127.0.0.1",
    port,
    secure: false,
    tls: "off",
    signIn: undefined,
    from: { vntt: "khieunai@vntt.example" },
    replyTo: {},
    dkim: undefined,
  },
});
dying.begin();
while ((await sender.turn("vntt")) > 0);
process.exit(0);
