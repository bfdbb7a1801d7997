import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { after, before, describe, it } from "node:test";
import { mailArrival, testSecretsKey } from "../../../tests/support/arrivals.ts";
import { openTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { openMailServer, type MailServer } from "../../../tests/support/mail-server.ts";
import { readMail } from "../../../tests/support/read-mail.ts";
import { clerk, done, openTestStore } from "../../../tests/support/store.ts";
import { mailTokenOf } from "../../intake/mail-token.ts";
import { takeInArrival } from "../../intake/take-in.ts";
import { loadMailTexts } from "../../procedure/load/mail-texts.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { diskStore } from "../../store/attachments/disk.ts";
import { handleCommand } from "../../store/handle-command.ts";
import type { Store } from "../../store/open-store.ts";
import { mailSender } from "./mail-sender.ts";

const organisation = "vntt";

describe("a mail that a customer may answer", () => {
  let database: TestDatabase;
  let store: Store;
  let server: MailServer;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    server = await openMailServer();
  });
  after(() => Promise.all([server.close(), database.close()]));

  const sender = (replyPlus: boolean) =>
    mailSender({
      store,
      attachments: diskStore(tmpdir()),
      texts: loadMailTexts(store.registry.editions()),
      publicUrl: "https://hoiam.example",
      silent: new Set(),
      secretsKey: testSecretsKey,
      settings: {
        host: "127.0.0.1",
        port: server.port,
        secure: false,
        tls: "off",
        signIn: undefined,
        from: { vntt: "khieunai@vntt.example" },
        replyTo: { vntt: "cskh@vntt.example" },
        replyPlus,
        dkim: undefined,
      },
    });

  it("carries a token in its subject and, where that arrives, in its address, and answers the customer's own", async () => {
    const arrival = mailArrival({ receivedAt: new Date().toISOString() });
    const { complaintId } = await takeInArrival({ store, secretsKey: testSecretsKey }, arrival);
    if (complaintId === null) throw new Error("no complaint");
    const { rows } = await readInside(store.pool, organisation, (connection) =>
      connection.query<{ number: string }>("select number from complaint where complaint_id = $1", [complaintId]),
    );
    const number = rows[0]?.number;
    const word = `${number}-${mailTokenOf(testSecretsKey, { organisation, complaintId })}`;
    await sender(true).turn(organisation);
    const first = readMail(server.received[0]?.raw ?? "");
    assert.equal(first.headers["reply-to"], `cskh+${word.toLowerCase()}@vntt.example`);
    assert.ok(first.headers["subject"]?.endsWith(`đã nhận khiếu nại của Quý khách [#${word}]`));
    assert.equal(first.headers["in-reply-to"], "<thu-1@khach.example>");
    const asked = { verb: "request-information" as const, data: { wanted: ["contract"], channel: "email" } };
    done(await handleCommand(store, { organisation, complaintId, command: asked, actor: clerk }));
    await sender(false).turn(organisation);
    const second = readMail(server.received[1]?.raw ?? "");
    assert.equal(second.headers["reply-to"], "cskh@vntt.example");
    assert.equal(second.headers["references"], `<thu-1@khach.example> ${first.headers["message-id"]}`);
    // What the customer writes under it is known by its Message-ID, whatever the subject says.
    const answer = mailArrival({
      externalKey: "2",
      subject: "Về việc khác",
      receivedAt: new Date().toISOString(),
      headers: { messageId: "<thu-2@khach.example>", inReplyTo: [second.headers["message-id"] ?? ""] },
    });
    const taken = await takeInArrival({ store, secretsKey: testSecretsKey }, answer);
    assert.equal(taken.complaintId, complaintId);
  });
});
