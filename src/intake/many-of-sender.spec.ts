import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { mailArrival, testSecretsKey } from "../../tests/support/arrivals.ts";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openTestStore } from "../../tests/support/store.ts";
import { writeInside } from "../projections/inside-organisation.ts";
import type { Store } from "../store/open-store.ts";
import { takeInArrival } from "./take-in.ts";

const organisation = "vntt";

describe("one sender who writes again and again", () => {
  let database: TestDatabase;
  let store: Store;
  let mails = 0;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
  });
  after(() => database.close());

  const inside = async (text: string, values: unknown[] = []) =>
    (await writeInside(store.pool, organisation, (connection) => connection.query(text, values))).rows;
  /** How a mail of this sender ends: the reason for which it waits, or else its status. */
  const write = async (email: string | undefined, inReplyTo: string[] = []) => {
    mails += 1;
    const messageId = `<nhieu-${mails}@khach.example>`;
    const { arrivalId } = await takeInArrival(
      { store, secretsKey: testSecretsKey },
      mailArrival({
        sender: email === undefined ? {} : { email },
        content: `Thư số ${mails}.`,
        externalKey: messageId,
        receivedAt: new Date().toISOString(),
        headers: { messageId, inReplyTo },
      }),
    );
    const [row] = await inside("select status, waiting_reason from arrival where arrival_id = $1", [arrivalId]);
    return row.status === "waiting" ? row.waiting_reason : row.status;
  };
  const times = async (count: number, one: () => Promise<string>) => {
    const ends: string[] = [];
    for (let each = 0; each < count; each += 1) ends.push(await one());
    return ends;
  };

  it("begins ten complaints in a day, under whatever tag of one address; what comes after waits, and others go on", async () => {
    let tag = 0;
    const ends = await times(13, () => write(`may${(tag += 1) % 2 ? "" : `+${tag}`}@tra-loi.example`));
    assert.deepEqual(ends, [...Array(10).fill("taken-in"), ...Array(3).fill("many-of-sender")]);
    assert.equal(await write("hoa@khach.example"), "taken-in");
    const [{ n }] = await inside("select count(*)::integer as n from complaint where organisation = 'vntt'");
    assert.equal(n, 11);
  });

  it("is one sender too where it names none", async () => {
    const ends = await times(11, () => write(undefined));
    assert.deepEqual(ends, [...Array(10).fill("taken-in"), "many-of-sender"]);
  });

  it("writes into a complaint a hundred times in a day; what comes after waits, shown at it", async () => {
    assert.equal(await write("lan@khach.example"), "taken-in");
    const ours = "<cua-ta@vntt.example>";
    const [{ complaint_id: complaintId }] = await inside(
      `update outbox set message_id = $1 where complaint_id = (select complaint_id from arrival where sender_key = 'lan@khach.example')
       and kind = 'acknowledgement' returning complaint_id`,
      [ours],
    );
    const ends = await times(101, () => write("lan@khach.example", [ours]));
    assert.deepEqual(ends, [...Array(99).fill("taken-in"), ...Array(2).fill("many-of-sender")]);
    assert.deepEqual(
      await inside(
        `select distinct about_complaint_id as about, recognised_by as by from arrival where waiting_reason = 'many-of-sender'
         and sender_key = 'lan@khach.example'`,
      ),
      [{ about: complaintId, by: "message-id" }],
    );
  });

  it("begins more on the next day", async () => {
    await inside("update arrival set recorded_at = recorded_at - interval '25 hours'");
    assert.equal(await write("may@tra-loi.example"), "taken-in");
  });
});
