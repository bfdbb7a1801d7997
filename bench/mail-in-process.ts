import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openReceiver, type Receiver } from "../src/channels/mail-in/smtp-in.ts";
import { openStoreOn } from "../src/command-line/open-store-on.ts";
import { writeInside } from "../src/projections/inside-organisation.ts";
import { diskStore } from "../src/store/attachments/disk.ts";
import { saveConnection } from "../src/store/channel-connections.ts";
import { secretsKey } from "../src/store/secret-box.ts";
import { answerQuestions } from "./processes.ts";

/** The program's receiver of mail on a database, in a process of its own: `port` is where it takes mail over by LMTP. */
export type MailInAnswer = { port: number };

const organisation = "vntt";
const folder = mkdtempSync(join(tmpdir(), "hoiam-bench-mails-"));
let receiver: Receiver | undefined;
let close: (() => Promise<void>) | undefined;

answerQuestions(
  async ({ appUrl }: { appUrl: string }): Promise<MailInAnswer> => {
    const opened = await openStoreOn(appUrl, { proceduresFolder: undefined });
    const { store } = opened;
    close = opened.close;
    const key = secretsKey("a key of the bench that is long enough");
    await writeInside(store.pool, organisation, (connection) =>
      saveConnection(connection, organisation, {
        saved: {
          connectionId: "bench",
          channelId: "email",
          kind: "smtp-in",
          name: "bench",
          settings: { addresses: "khieunai@vntt.example" },
          isOn: true,
        },
        secrets: {},
        key,
        basedOn: null,
        by: { kind: "system", process: "bench" },
      }),
    );
    const wiring = { store, secretsKey: key, attachments: diskStore(folder), ownDomains: () => ["vntt.example"] };
    receiver = await openReceiver(wiring, { protocol: "lmtp", host: "127.0.0.1", port: 0 });
    return { port: receiver.port };
  },
  async () => {
    await receiver?.close();
    await close?.();
    rmSync(folder, { recursive: true, force: true });
  },
);
