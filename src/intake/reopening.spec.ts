import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { mailArrival, testSecretsKey } from "../../tests/support/arrivals.ts";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { clerk, done } from "../../tests/support/store.ts";
import { loadNationalCalendar } from "../procedure/load/calendars.ts";
import { freeze } from "../procedure/load/freeze.ts";
import { loadEditions } from "../procedure/load/load-editions.ts";
import { complaintFile } from "../projections/complaint-file/complaint-file.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import { SEES_ALL } from "../projections/visibility.ts";
import { handleCommand } from "../store/handle-command.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { takeInArrival } from "./take-in.ts";

const organisation = "vntt";

describe("a mail to a closed complaint, where the edition lets customers take it up again", () => {
  let database: TestDatabase;
  let store: Store;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "hoiam-packs-"));
    await cp("procedures", folder, { recursive: true });
    const path = join(folder, "vntt/kd-qt04/2018-01-19.yaml");
    const pack = await readFile(path, "utf8");
    const changed = pack.replace(/(verb: reopen,[^}]*?by: \[)/, "$1customer, ");
    assert.notEqual(changed, pack);
    await writeFile(path, changed);
    const editions = loadEditions([folder]);
    if (!editions.ok) throw new Error(JSON.stringify(editions.problems));
    database = await openTestDatabase();
    const national = loadNationalCalendar("procedures/calendars/vn");
    store = await openStore({ pool: database.pool, registry: editions.registry, national, freeze });
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  it("is taken up by the mail itself, once, and the mail is in the file", async () => {
    const wiring = { store, secretsKey: testSecretsKey };
    const receivedAt = new Date().toISOString();
    const { complaintId } = await takeInArrival(wiring, mailArrival({ receivedAt }));
    if (complaintId === null) throw new Error("no complaint");
    for (const command of [
      { verb: "withdraw" as const, data: { reason: "Khách hàng rút.", channel: "email" } },
      { verb: "close" as const, data: { outcome: "withdrawn" } },
    ])
      done(await handleCommand(store, { organisation, complaintId, command, actor: clerk }));
    const back = mailArrival({
      externalKey: "2",
      content: "Vẫn chưa có mạng.",
      receivedAt: new Date().toISOString(),
      headers: { messageId: "<thu-2@khach.example>", inReplyTo: ["<thu-1@khach.example>"] },
    });
    const taken = await takeInArrival(wiring, back);
    assert.deepEqual([taken.status, taken.complaintId], ["taken-in", complaintId]);
    // As if the program had died before the end was written.
    await writeInside(store.pool, organisation, (connection) =>
      connection.query(
        `update arrival set status = 'waiting', waiting_reason = 'just-arrived', complaint_id = null, sequence = null,
           handled_by = null, handled_at = null where arrival_id = $1`,
        [taken.arrivalId],
      ),
    );
    assert.equal((await takeInArrival(wiring, back)).status, "taken-in");
    const file = await readInside(store.pool, organisation, (connection) =>
      complaintFile(connection, { organisation, complaintId, visibility: SEES_ALL }),
    );
    const said = file?.events.flatMap((event) =>
      event.type === "ComplaintReopened"
        ? [event.data.reason]
        : event.type === "InformationReceived"
          ? [event.data.message]
          : [],
    );
    assert.deepEqual(said, ["Vẫn chưa có mạng.", "Vẫn chưa có mạng."]);
    assert.notEqual(file?.state.phase, "closed");
  });

  it("waits for a person where somebody else than the customer wrote it, whatever it answers", async () => {
    const wiring = { store, secretsKey: testSecretsKey };
    const receivedAt = new Date().toISOString();
    const { complaintId } = await takeInArrival(
      wiring,
      mailArrival({ receivedAt, headers: { messageId: "<thu-3@khach.example>" } }),
    );
    if (complaintId === null) throw new Error("no complaint");
    for (const command of [
      { verb: "withdraw" as const, data: { reason: "Khách hàng rút.", channel: "email" } },
      { verb: "close" as const, data: { outcome: "withdrawn" } },
    ])
      done(await handleCommand(store, { organisation, complaintId, command, actor: clerk }));
    await writeInside(store.pool, organisation, (connection) =>
      connection.query("update outbox set message_id = '<cua-ta@vntt.example>' where complaint_id = $1", [complaintId]),
    );
    const { status, complaintId: into } = await takeInArrival(
      wiring,
      mailArrival({
        externalKey: "4",
        sender: { email: "nguoi-khac@xa.example" },
        receivedAt: new Date().toISOString(),
        headers: { messageId: "<thu-4@xa.example>", inReplyTo: ["<cua-ta@vntt.example>"] },
      }),
    );
    assert.deepEqual([status, into], ["waiting", null]);
    const file = await readInside(store.pool, organisation, (connection) =>
      complaintFile(connection, { organisation, complaintId, visibility: SEES_ALL }),
    );
    assert.equal(file?.state.phase, "closed");
  });
});
