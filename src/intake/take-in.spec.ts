import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { mailArrival, testSecretsKey } from "../../tests/support/arrivals.ts";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { clerk, done, openTestStore } from "../../tests/support/store.ts";
import type { Actor } from "../complaint/context.ts";
import { complaintFile } from "../projections/complaint-file/complaint-file.ts";
import { readInside, writeInside } from "../projections/inside-organisation.ts";
import { SEES_ALL } from "../projections/visibility.ts";
import { letGoOfErased } from "../store/attachments/erased-contents.ts";
import { arrivalById, type NewArrival } from "../store/arrivals.ts";
import { handleCommand } from "../store/handle-command.ts";
import type { Store } from "../store/open-store.ts";
import { mailTokenOf } from "./mail-token.ts";
import { keep, takeInArrival, takeUpLeft, type IntakeWiring } from "./take-in.ts";

const organisation = "vntt";

describe("taking in what arrived by mail", () => {
  let database: TestDatabase;
  let store: Store;
  let wiring: IntakeWiring;
  let mails = 0;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    wiring = { store, secretsKey: testSecretsKey };
  });
  after(() => database.close());
  // Each on a day of its own: what one sender may begin in a day is bounded.
  beforeEach(() => inside("update arrival set recorded_at = recorded_at - interval '2 days'"));

  /** A mail of its own, unlike every other. */
  const mail = (change: Parameters<typeof mailArrival>[0] = {}): NewArrival => {
    mails += 1;
    const messageId = `<thu-${mails}@khach.example>`;
    return mailArrival({
      content: `Thư số ${mails}.`,
      externalKey: `${messageId} x`,
      ...change,
      headers: { messageId, ...change.headers },
    });
  };
  const file = async (complaintId: string | null) => {
    const asked = { organisation, complaintId: complaintId ?? "", visibility: SEES_ALL };
    const found = await readInside(store.pool, organisation, (connection) => complaintFile(connection, asked));
    if (!found) throw new Error(`no complaint ${complaintId}`);
    return found;
  };
  const row = async (arrivalId: string) => {
    const found = await readInside(store.pool, organisation, (connection) =>
      arrivalById(connection, organisation, arrivalId),
    );
    if (!found) throw new Error(`no arrival ${arrivalId}`);
    return found;
  };
  const inside = (text: string, values: unknown[] = []) =>
    writeInside(store.pool, organisation, (connection) => connection.query(text, values));
  /** A message of ours to the customer, as if it had left under this Message-ID. */
  const left = async (complaintId: string, messageId: string) => {
    await inside(
      `update outbox set message_id = $2, status = 'sent', ended_at = clock_timestamp(), noted_at = clock_timestamp()
       where organisation = 'vntt' and complaint_id = $1 and audience = 'customer'`,
      [complaintId, messageId],
    );
  };
  const command = async (complaintId: string, verb: string, data: object, actor: Actor = clerk) =>
    done(await handleCommand(store, { organisation, complaintId, command: { verb: verb as "close", data }, actor }));
  const complaints = async () =>
    Number((await inside("select count(*) as n from complaint where organisation = 'vntt'")).rows[0].n);

  it("registers a new complaint in the sender's words, by the mailbox's channel, from when it was received", async () => {
    const taken = await takeInArrival(wiring, mailArrival());
    const { state, events, outbox } = await file(taken.complaintId);
    assert.equal(taken.status, "taken-in");
    assert.equal(taken.repeated, false);
    assert.equal(state.content, "Mất mạng từ sáng\n\nNhà tôi mất mạng internet từ 6 giờ sáng nay.");
    assert.deepEqual(state.customer, { name: "Nguyễn Thị Hoa", email: "hoa@khach.example" });
    assert.equal(state.channel, "email");
    assert.equal(state.receivedAt, "2026-11-09T02:30:00.000Z");
    assert.equal(state.classification, null);
    assert.deepEqual(events[0]?.actor, { kind: "system", process: "intake" });
    assert.equal((await row(taken.arrivalId)).sequence, 1);
    // Thirteen days old: whoever wrote it has other news by now.
    assert.deepEqual(
      outbox.map(({ kind }) => kind).filter((kind) => kind === "acknowledgement"),
      [],
    );
  });

  it("acknowledges what waited in the mailbox for a day, and is told once", async () => {
    const receivedAt = new Date(Date.now() - 24 * 3600_000).toISOString();
    const taken = await takeInArrival(wiring, mail({ receivedAt }));
    const { outbox } = await file(taken.complaintId);
    assert.deepEqual(
      outbox.filter(({ kind }) => kind === "acknowledgement").map(({ channel, status }) => ({ channel, status })),
      [{ channel: "email", status: "queued" }],
    );
  });

  it("makes one complaint of a message that is fetched again", async () => {
    const arrival = mail();
    const first = await takeInArrival(wiring, arrival);
    const before = await complaints();
    const again = await takeInArrival(wiring, { ...arrival, receivedAt: "2026-11-10T02:30:00.000Z" });
    assert.deepEqual(again, { ...first, repeated: true });
    assert.equal(await complaints(), before);
  });

  it("makes one complaint where the program died after the fact and before it was written down", async () => {
    const arrival = mail();
    const first = await takeInArrival(wiring, arrival);
    const before = await complaints();
    await inside(
      `update arrival set status = 'waiting', waiting_reason = 'just-arrived', complaint_id = null, sequence = null,
         handled_by = null, handled_at = null where arrival_id = $1`,
      [first.arrivalId],
    );
    const again = await takeInArrival(wiring, arrival);
    assert.equal(again.complaintId, first.complaintId);
    assert.equal(again.status, "taken-in");
    assert.equal(await complaints(), before);
  });

  it("lets a mail without words and attachments wait; with a subject alone it begins a complaint", async () => {
    const before = await complaints();
    const empty = await takeInArrival(wiring, mail({ subject: " ", content: "\n \n" }));
    const { status, waitingReason } = await row(empty.arrivalId);
    assert.deepEqual([status, waitingReason, empty.complaintId], ["waiting", "empty", null]);
    assert.equal(await complaints(), before);
    const titled = await takeInArrival(wiring, mail({ content: "" }));
    assert.equal((await file(titled.complaintId)).state.content, "Mất mạng từ sáng");
  });

  it("takes up what was kept and never looked at", async () => {
    const { arrival } = await keep(wiring, mail());
    assert.equal(await takeUpLeft(wiring, organisation), 0);
    await inside("update arrival set recorded_at = recorded_at - interval '2 minutes' where arrival_id = $1", [
      arrival.arrivalId,
    ]);
    assert.equal(await takeUpLeft(wiring, organisation), 1);
    assert.equal((await row(arrival.arrivalId)).status, "taken-in");
  });

  it("adds an answer to a mail of ours, as what was asked for where something was", async () => {
    const { complaintId } = await takeInArrival(wiring, mail());
    if (complaintId === null) throw new Error("no complaint");
    await command(complaintId, "request-information", { wanted: ["contract"], channel: "email" });
    await left(complaintId, "<cua-ta-1@vntt.example>");
    const answer = mail({
      content: "Số hợp đồng của tôi là HĐ-01.",
      receivedAt: new Date().toISOString(),
      headers: { inReplyTo: ["<cua-ta-1@vntt.example>"] },
    });
    const taken = await takeInArrival(wiring, answer);
    const { events, state } = await file(complaintId);
    const fact = events.find(
      ({ sequence }) => sequence === 1 + events.findLastIndex(({ type }) => type === "InformationReceived"),
    );
    assert.equal(taken.complaintId, complaintId);
    assert.equal(fact?.type === "InformationReceived" && fact.data.message, "Số hợp đồng của tôi là HĐ-01.");
    assert.deepEqual(fact?.actor, { kind: "customer" });
    assert.equal(state.informationRequests[0]?.answeredAt, answer.receivedAt.slice(0, 24));
    const kept = await row(taken.arrivalId);
    assert.deepEqual([kept.aboutComplaintId, kept.recognisedBy], [complaintId, "message-id"]);
    // A second one answers nothing, and is kept all the same.
    const second = await takeInArrival(
      wiring,
      mail({ receivedAt: new Date().toISOString(), headers: { references: ["<cua-ta-1@vntt.example>"] } }),
    );
    assert.equal(second.complaintId, complaintId);
    const owners = await inside(
      "select count(*) as n from outbox where complaint_id = $1 and kind = 'customer-informed'",
      [complaintId],
    );
    assert.equal(Number(owners.rows[0].n), 2);
  });

  it("makes one fact of an answer though the program died before it was written down", async () => {
    const { complaintId } = await takeInArrival(wiring, mail());
    if (complaintId === null) throw new Error("no complaint");
    await command(complaintId, "request-information", { wanted: ["contract"], channel: "email" });
    await left(complaintId, "<cua-ta-2@vntt.example>");
    const answer = mail({ receivedAt: new Date().toISOString(), headers: { inReplyTo: ["<cua-ta-2@vntt.example>"] } });
    const first = await takeInArrival(wiring, answer);
    const { sequence } = await row(first.arrivalId);
    await inside(
      `update arrival set status = 'waiting', waiting_reason = 'just-arrived', complaint_id = null, sequence = null,
         handled_by = null, handled_at = null where arrival_id = $1`,
      [first.arrivalId],
    );
    const again = await takeInArrival(wiring, answer);
    assert.equal(again.status, "taken-in");
    assert.equal((await row(first.arrivalId)).sequence, sequence);
    const { events } = await file(complaintId);
    assert.equal(events.filter(({ type }) => type === "InformationReceived").length, 1);
  });

  it("knows a complaint by our token in an address or in a subject, whoever writes; not by a forged one, nor by its number", async () => {
    const { complaintId } = await takeInArrival(wiring, mail());
    const { state } = await file(complaintId);
    const token = mailTokenOf(testSecretsKey, { organisation, complaintId: complaintId ?? "" });
    const brother = { name: "Nguyễn Văn Nam", email: "nam@khach.example" };
    const number = state.number.toLowerCase();
    const byAddress = await takeInArrival(
      wiring,
      mail({
        sender: brother,
        content: "Tôi trả lời thay.",
        headers: { to: [`khieunai+${number}-${token}@vntt.example`] },
      }),
    );
    assert.equal(byAddress.complaintId, complaintId);
    assert.equal((await row(byAddress.arrivalId)).recognisedBy, "token");
    const { events } = await file(complaintId);
    const fact = events.findLast(({ type }) => type === "InformationReceived");
    assert.equal(
      fact?.type === "InformationReceived" && fact.data.message,
      "Nguyễn Văn Nam <nam@khach.example>:\n\nTôi trả lời thay.",
    );
    const bySubject = await takeInArrival(wiring, mail({ subject: `Re: Trả lời [#${state.number}-${token}]` }));
    assert.equal(bySubject.complaintId, complaintId);
    const forged = await takeInArrival(wiring, mail({ subject: `Re: [#${state.number}-aaaaaaaaaaaaaaaa]` }));
    assert.notEqual(forged.complaintId, complaintId);
    const bySubjectAlone = await takeInArrival(wiring, mail({ subject: `Re: khiếu nại ${state.number}` }));
    assert.notEqual(bySubjectAlone.complaintId, complaintId);
  });

  it("follows the customer's own thread, and leaves to a person what somebody else writes in it", async () => {
    const first = mail({ headers: { messageId: "<goc@khach.example>" } });
    const { complaintId } = await takeInArrival(wiring, first);
    const onward = await takeInArrival(wiring, mail({ headers: { references: ["<goc@khach.example>"] } }));
    assert.equal(onward.complaintId, complaintId);
    const stranger = await takeInArrival(
      wiring,
      mail({ sender: { email: "ai-do@noi-khac.example" }, headers: { inReplyTo: ["<goc@khach.example>"] } }),
    );
    const kept = await row(stranger.arrivalId);
    assert.deepEqual(
      [kept.status, kept.waitingReason, kept.aboutComplaintId],
      ["waiting", "other-sender", complaintId],
    );
  });

  it("takes one mail to two mailboxes of ours for one letter", async () => {
    const arrival = mail();
    const { complaintId } = await takeInArrival(wiring, arrival);
    const copy = await takeInArrival(wiring, { ...arrival, connectionId: "hop-thu-2" });
    const kept = await row(copy.arrivalId);
    assert.deepEqual([kept.status, kept.waitingReason, kept.aboutComplaintId], ["noted", "copy", complaintId]);
  });

  it("never lets robots, lists and loops begin or answer anything, and shows them where they belong", async () => {
    const { complaintId } = await takeInArrival(wiring, mail({ receivedAt: new Date().toISOString() }));
    await left(complaintId ?? "", "<cua-ta-3@vntt.example>");
    const before = await complaints();
    for (const [nature, reason] of [
      ["automatic", "auto-not-answered"],
      ["list", "list-not-answered"],
      ["loop", "loop-not-answered"],
      ["bounce", "bounce-unknown"],
      ["unreadable", "unreadable"],
    ] as const) {
      const { arrivalId } = await takeInArrival(wiring, mail({ nature }));
      const { status, waitingReason } = await row(arrivalId);
      assert.deepEqual([status, waitingReason], ["waiting", reason]);
    }
    const away = await takeInArrival(
      wiring,
      mail({ nature: "automatic", headers: { inReplyTo: ["<cua-ta-3@vntt.example>"] } }),
    );
    const { status, aboutComplaintId } = await row(away.arrivalId);
    assert.deepEqual([status, aboutComplaintId], ["noted", complaintId]);
    assert.equal(await complaints(), before);
    assert.equal((await file(complaintId)).events.filter(({ type }) => type === "InformationReceived").length, 0);
  });

  it("says of a message of ours that came back for good what became of it, once", async () => {
    const { complaintId } = await takeInArrival(wiring, mail({ receivedAt: new Date().toISOString() }));
    await left(complaintId ?? "", "<cua-ta-4@vntt.example>");
    const returned = (isPermanent: boolean) =>
      mail({
        nature: "bounce",
        sender: { email: "mailer-daemon@khach.example" },
        headers: {
          bounce: {
            ofMessageId: "<cua-ta-4@vntt.example>",
            recipient: "hoa@khach.example",
            status: "5.1.1",
            isPermanent,
          },
        },
      });
    const statusOfMessage = async () =>
      (await file(complaintId)).outbox.find(({ kind }) => kind === "acknowledgement")?.status;
    await takeInArrival(wiring, returned(false));
    assert.equal(await statusOfMessage(), "sent");
    const taken = await takeInArrival(wiring, returned(true));
    assert.deepEqual([taken.status, taken.complaintId], ["noted", null]);
    assert.equal(await statusOfMessage(), "bounced");
    assert.equal((await row(taken.arrivalId)).aboutComplaintId, complaintId);
  });

  it("leaves to a person what no complaint may begin with", async () => {
    const waits = async (change: Parameters<typeof mail>[0]) => {
      const { arrivalId } = await takeInArrival(wiring, mail(change));
      return (await row(arrivalId)).waitingReason;
    };
    assert.equal(await waits({ beginsComplaints: false }), "not-complaint-mailbox");
    assert.equal(await waits({ channel: null }), "no-channel");
    assert.equal(await waits({ channel: "dien-bao" }), "no-channel");
    await inside(
      "insert into person (organisation, person_id, name, sign_in_name) values ('vntt', 'lan', 'Lan', 'lan@vntt')",
    );
    await inside(
      `insert into closed_channel (organisation, channel_id, reason, closed_by, closed_at)
       values ('vntt', 'email', 'Hộp thư đang chuyển.', 'lan', '2026-11-10T00:00:00Z')`,
    );
    try {
      assert.equal(await waits({ receivedAt: "2026-11-11T02:00:00.000Z" }), "channel-closed");
      // What arrived before it was closed is taken.
      assert.equal(await waits({ receivedAt: "2026-11-09T02:00:00.000Z" }), null);
    } finally {
      await inside("delete from closed_channel");
    }
  });

  it("leaves an answer to a closed complaint to a person where the edition lets nobody else take it up", async () => {
    const { complaintId } = await takeInArrival(wiring, mail({ receivedAt: new Date().toISOString() }));
    await left(complaintId ?? "", "<cua-ta-5@vntt.example>");
    await command(complaintId ?? "", "withdraw", { reason: "Khách hàng rút.", channel: "email" });
    await command(complaintId ?? "", "close", { outcome: "withdrawn" });
    const taken = await takeInArrival(
      wiring,
      mail({ receivedAt: new Date().toISOString(), headers: { inReplyTo: ["<cua-ta-5@vntt.example>"] } }),
    );
    const kept = await row(taken.arrivalId);
    assert.deepEqual(
      [kept.status, kept.waitingReason, kept.aboutComplaintId],
      ["waiting", "closed-complaint", complaintId],
    );
  });

  it("erases with a fact what it was made of: words, sender and contents", async () => {
    const sha256 = "a".repeat(64);
    await inside(
      `insert into attachment (organisation, sha256, bytes, type, uploaded_by) values ('vntt', $1, 3, 'message/rfc822', '{}')`,
      [sha256],
    );
    const other = await takeInArrival(wiring, mail());
    const taken = await takeInArrival(wiring, mail({ originalSha256: sha256, quoted: "Cũ" }));
    await command(taken.complaintId ?? "", "withdraw", { reason: "Khách hàng rút.", channel: "email" });
    await command(taken.complaintId ?? "", "close", { outcome: "withdrawn" });
    const admin: Actor = { kind: "person", personId: "quan-tri", roles: [{ role: "administrator", unit: "cskh" }] };
    const redaction = { events: [{ sequence: 1, paths: ["content"] }], reason: "Yêu cầu xoá", basis: "Luật 91/2025" };
    await command(taken.complaintId ?? "", "redact", redaction, admin);
    const kept = await row(taken.arrivalId);
    assert.deepEqual(
      [kept.content, kept.subject, kept.quoted, kept.sender, kept.mailHeaders, kept.status, kept.sequence],
      ["", "", null, {}, null, "taken-in", 1],
    );
    const erased = await inside("select sha256 from erased_content");
    assert.deepEqual(erased.rows, [{ sha256 }]);
    assert.notEqual((await row(other.arrivalId)).content, "");
    await inside("update attachment set wanted_at = now() - interval '1 hour'");
    assert.equal(await letGoOfErased(store, { organisation, limit: 10 }), 1);
    const { rows } = await inside("select is_named from attachment where sha256 = $1", [sha256]);
    assert.deepEqual(rows, [{ is_named: false }]);
  });

  it("goes on with what runs where the same number writes again, and asks a person where several run", async () => {
    const sms = (text: string, phone: string): NewArrival => {
      mails += 1;
      return {
        ...mailArrival({ medium: "sms", content: text, subject: "", sender: { phone }, externalKey: `sms ${mails}` }),
        connectionId: "tin-nhan",
        mailHeaders: null,
      };
    };
    const first = await takeInArrival(wiring, sms("Mat mang tu sang", "0912345678"));
    assert.equal((await file(first.complaintId)).state.content, "Mat mang tu sang");
    const second = await takeInArrival(wiring, sms("Van chua co mang", "0912345678"));
    assert.equal(second.complaintId, first.complaintId);
    assert.equal((await row(second.arrivalId)).recognisedBy, "sender");
    const other = await takeInArrival(wiring, sms("Cuoc sai", "0987654321"));
    assert.notEqual(other.complaintId, first.complaintId);
  });
});
