import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Answered, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { fireDueOf } from "../../store/fire-due.ts";
import { gatherInboxDigests } from "../../store/gather-inbox-digests.ts";
import { claimWaiting } from "../../store/outbox-sending.ts";
import { rebuild } from "../../store/rebuild.ts";

const TRAINING = "ZZTAPHUAN";
const WORK = "ZZVIECTHAT";
const turn = (by: Caller, isTraining: boolean) => by("PUT", "/session/training", { isTraining });

/** A complaint whose every text has a word that nothing else has. */
function told(word: string) {
  return {
    channel: "phone",
    kind: "incident",
    service: "internet",
    content: `${word} mất mạng từ sáng nay ở cả toà nhà`,
    customer: { customerId: "kh-1", name: `Khách ${word}`, phone: "0912345678", email: `${word.toLowerCase()}@vd.vn` },
  };
}

describe("training", () => {
  let test: TestApi;
  let lan: Caller;
  let minh: Caller;
  let technician: Caller;
  let administrator: Caller;
  let paths: string[];
  before(async () => {
    test = await openTestApi();
    const { body } = await ask(test.api, { method: "GET", url: "/api/openapi.json" });
    const readable = Object.keys(body.paths as object).filter((path) => body.paths[path].get);
    assert.ok(readable.length > 60, String(readable.length));
    // The stream never ends by itself; `stream.spec.ts` hears it.
    paths = readable.filter((path) => !path.endsWith("/stream"));
    lan = await test.person("vntt", "lan", "clerk@cskh", "shift-lead@cskh");
    minh = await test.person("vntt", "minh", "clerk@cskh");
    technician = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
    administrator = await test.person("vntt", "quan-tri", "administrator@cskh");
  });
  after(() => test.close());

  const done = async (answer: Promise<Answered>): Promise<Answered["body"]> => {
    const { status, body } = await answer;
    assert.ok(status < 300, JSON.stringify(body));
    return body;
  };
  const stored = async (sql: string, ...values: unknown[]) =>
    (await writeInside(test.database.pool, "vntt", (connection) => connection.query(sql, values))).rows;

  type Practised = { word: string; id: string; number: string; code: string; coordinationId: string };

  /** A complaint that stands in every list that there is: owned, asked about, breached, mentioned, linked, with a code. */
  async function inEveryList(word: string, incidentId: string): Promise<Practised> {
    const { complaintId: id, number } = await done(lan("POST", "/complaints", told(word)));
    const post = (path: string, body: object) => done(lan("POST", `/complaints/${id}/${path}`, body));
    await post("assignments", { personId: "lan" });
    await post("notes", { text: `${word} nhờ Minh xem`, mentions: ["minh"] });
    const requests = [{ unit: "p-ktvt", via: "phone", question: `${word} bao giờ nối xong?` }];
    const asked = await post("coordinations", { requests });
    const { data } = asked.events.find(({ type }: { type: string }) => type === "CoordinationRequested");
    await post("links", { to: incidentId, as: "same-incident" });
    const { code } = await post("tracking-codes", {});
    await stored(
      "update clock set due_at = now() - interval '1 hour', breached_at = now() where complaint_id = $1",
      id,
    );
    await stored("update complaint_row set due_at = now() - interval '1 hour' where complaint_id = $1", id);
    return { word, id, number, code, coordinationId: data.coordinationId };
  }

  /** What each address answers to one person, with everything in it that names a complaint put in its place. */
  async function walked(by: Caller, of: Practised, incidentId: string): Promise<Map<string, Answered>> {
    const names: Record<string, string> = {
      complaintId: of.id,
      number: of.number,
      code: of.code,
      coordinationId: of.coordinationId,
      incidentId,
      customerId: "kh-1",
      organisation: "vntt",
      queue: "all",
      personId: "lan",
      procedure: "kd-qt04",
      year: "2026",
    };
    const answers = new Map<string, Answered>();
    for (const path of paths) {
      const filled = path.replace("/api/v1", "").replaceAll(/\{(\w+)\}/g, (_all, name: string) => names[name] ?? "x");
      for (const query of QUERIES[path.replace("/api/v1", "")] ?? [""]) {
        const address = `${filled}${query.replace("WORD", of.word).replace("INCIDENT", incidentId)}`;
        const answer = await by("GET", address);
        assert.ok(answer.status < 500, `${address}: ${JSON.stringify(answer.body)}`);
        answers.set(address.replace(of.id, "ID").replace(of.number, "NUMBER").replace(of.word, "WORD"), answer);
      }
    }
    const alike = { content: told(of.word).content, customerId: "kh-1", kind: "incident", numbers: ["0912345678"] };
    answers.set("/likely-duplicates", await by("POST", "/likely-duplicates", alike));
    return answers;
  }

  const QUERIES: Record<string, string[]> = {
    "/complaints": ["", "?search=WORD", "?customerId=kh-1", "?incidentId=INCIDENT", "?due=overdue", "?sort=arrival"],
    "/complaints/export": ["", "?search=WORD"],
    "/incidents": ["?show=all"],
    "/notifications": ["", "?unread=true"],
    "/coordinations": ["", "?queue=to-answer", "?queue=asked"],
    "/customers": ["?search=WORD", "?search=0912345678"],
  };

  /** Where a complaint shows through: by its words, its id or its number. */
  function showing(answers: Map<string, Answered>, { word, id, number }: Practised): string[] {
    return [...answers].flatMap(([path, { status, body }]) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      return status < 300 && [word, id, number].some((part) => text.includes(part)) ? [path] : [];
    });
  }

  it("shows what is for practice to nobody who works, the work to nobody who practises, and counts neither twice", async () => {
    const { incidentId } = await done(
      lan("POST", "/incidents", { title: "Đứt cáp", service: "internet", startedAt: "2026-03-02T08:00:00+07:00" }),
    );
    const work = await inEveryList(WORK, incidentId);
    await turn(lan, true);
    const practised = await inEveryList(TRAINING, incidentId);
    assert.match(work.number, /^KN-\d{4}-000001$/);
    assert.match(practised.number, /^TH-\d{4}-000001$/);

    const lists = [
      "/work-queues/all",
      "/overview",
      "/complaints",
      "/complaints?search=WORD",
      "/complaints?customerId=kh-1",
      `/complaints?incidentId=${incidentId}`,
      "/complaints?due=overdue",
      "/complaints/export",
      "/complaints/ID",
      "/complaints/ID/receipt",
      "/complaints/ID/events",
      "/complaint-numbers/NUMBER",
      `/incidents/${incidentId}/complaints`,
      "/likely-duplicates",
    ];
    for (const isTraining of [true, false]) {
      await turn(lan, isTraining);
      const [shown, hidden] = isTraining ? [practised, work] : [work, practised];
      const own = await walked(lan, shown, incidentId);
      const listed = showing(own, shown);
      assert.deepEqual(
        lists.filter((path) => !listed.includes(path)),
        [],
      );
      await turn(minh, isTraining);
      for (const by of [lan, technician, administrator]) {
        await turn(by, isTraining);
        const found = showing(await walked(by, hidden, incidentId), hidden);
        // A customer's code opens what is theirs, whoever has it.
        assert.deepEqual(found, isTraining ? [`/public/complaints/${hidden.code}`] : []);
      }
      assert.equal(own.get("/overview")?.body.total.open, 1);
      assert.equal(own.get("/work-queues")?.body.all.open, 1);
      assert.equal(own.get("/incidents?show=all")?.body.incidents[0].complaints, 1);
      assert.equal((await technician("GET", "/coordinations?queue=to-answer")).body.items.length, 1);
      assert.equal((await minh("GET", "/notifications")).body.unread, 1);
    }
    const asCustomer = (code: string) => ask(test.api, { method: "GET", url: `/api/v1/public/complaints/${code}` });
    assert.deepEqual([(await asCustomer(work.code)).status, (await asCustomer(practised.code)).status], [200, 404]);
  });

  it("answers a key of practice with nothing of the work: the same call is taken in for both", async () => {
    const key = { "idempotency-key": "cuoc-goi-1" };
    await turn(lan, true);
    const practised = await done(lan("POST", "/complaints", told(TRAINING), key));
    await turn(lan, false);
    const worked = await done(lan("POST", "/complaints", told(TRAINING), key));
    assert.match(practised.number, /^TH-/);
    assert.match(worked.number, /^KN-/);
    assert.equal(worked.repeated, false);
    assert.equal((await done(lan("POST", "/complaints", told(TRAINING), key))).number, worked.number);

    const { incidentId } = await done(
      lan("POST", "/incidents", { title: "Đứt cáp", service: "internet", startedAt: "2026-03-02T08:00:00+07:00" }),
    );
    await done(lan("POST", `/incidents/${incidentId}/complaints`, { complaintIds: [worked.complaintId] }));
    const reply = { content: "Đã nối xong", channel: "phone" };
    const answered = async () => {
      const { results } = await done(
        lan("POST", `/incidents/${incidentId}/replies`, reply, { "idempotency-key": "tra-loi-1" }),
      );
      return results.map(({ complaintId }: { complaintId: string }) => complaintId);
    };
    await turn(lan, true);
    assert.deepEqual(await answered(), []);
    await turn(lan, false);
    assert.deepEqual(await answered(), [worked.complaintId]);
  });

  it("is taken out as a list without a word in the organisation's log, where only the work is written", async () => {
    const last = async () => (await done(administrator("GET", "/organisation-log"))).facts.at(-1);
    await turn(administrator, false);
    await turn(lan, false);
    assert.equal((await lan("GET", "/complaints/export")).status, 200);
    const before = await last();
    assert.equal(before.type, "ListExported");
    await turn(lan, true);
    assert.equal((await lan("GET", "/complaints/export")).status, 200);
    assert.equal((await last()).sequence, before.sequence);
    await turn(lan, false);
  });

  it("lets nobody do anything with the other one's complaints, and nothing else than practise", async () => {
    const worked = await done(minh("POST", "/complaints", told(WORK)));
    await turn(minh, true);
    const practised = await done(minh("POST", "/complaints", told(TRAINING)));
    const refused = async (by: Caller, path: string, body: object) => {
      const { status, body: answer } = await by("POST", path, body);
      return [status, answer.title];
    };
    const note = { text: "Ghi chú" };
    assert.deepEqual(await refused(minh, `/complaints/${worked.complaintId}/notes`, note), [404, "complaint-unknown"]);
    assert.deepEqual(await refused(minh, "/complaints", { ...told(WORK), training: false }), [
      409,
      "training-otherwise",
    ]);
    assert.deepEqual(await refused(minh, "/shift-notes", note), [409, "not-in-training"]);
    const both = [worked, practised].map(({ complaintId }) => ({ complaintId, personId: "minh" }));
    const { results } = await done(minh("POST", "/assignments", { assignments: both }, { "idempotency-key": "tap-1" }));
    assert.deepEqual(
      results.map(({ result, problem }: { result: string; problem?: { code: string } }) => problem?.code ?? result),
      ["complaint-unknown", "done"],
    );
    const toWork = { to: worked.number, as: "related" };
    assert.equal((await refused(minh, `/complaints/${practised.complaintId}/links`, toWork))[1], "link-target-unknown");
    await turn(minh, false);
    assert.equal((await refused(minh, `/complaints/${practised.complaintId}/notes`, note))[1], "complaint-unknown");
    assert.deepEqual(await refused(minh, "/complaints", { ...told(WORK), training: true }), [
      409,
      "training-otherwise",
    ]);
    await turn(minh, true);
    assert.equal((await minh("POST", `/complaints/${practised.complaintId}/notes`, note)).status, 201);
    await turn(minh, false);
  });

  it("sends nothing on its account, says so, and says on paper that it has no value", async () => {
    await turn(minh, true);
    const { complaintId } = await done(minh("POST", "/complaints", told(TRAINING)));
    const letter = { channel: "email", written: true };
    await done(minh("POST", `/complaints/${complaintId}/acknowledgements`, letter));
    const rows = await stored(
      "select status, last_error, count(*)::integer as count from outbox where complaint_id = $1 group by 1, 2",
      complaintId,
    );
    assert.equal(rows.length, 1);
    assert.deepEqual([rows[0].status, rows[0].last_error], ["dropped", "training"]);
    assert.ok(rows[0].count > 0);
    const claimed = await claimWaiting(test.database.pool, {
      organisation: "vntt",
      limit: 1000,
      carried: { carriers: ["mail"], carrierOfChannel: { email: "mail" } },
    });
    assert.deepEqual(
      claimed.filter((mail) => mail.complaintId === complaintId),
      [],
    );
    const receipt = await done(minh("GET", `/complaints/${complaintId}/receipt`));
    assert.equal(receipt.isTraining, true);
    assert.match(receipt.text, /^TẬP HUẤN — không có giá trị\n/);
    assert.equal((await done(minh("GET", `/complaints/${complaintId}`))).shownIn, "training");
    await turn(minh, false);
  });

  it("is mailed to no colleague either, who finds it inside while practising", async () => {
    const hoa = await test.person("vntt", "hoa", "clerk@cskh");
    await stored("update person set email = 'hoa@vd.vn' where person_id = 'hoa'");
    const mention = async () => {
      const { complaintId } = await done(minh("POST", "/complaints", told(TRAINING)));
      await done(minh("POST", `/complaints/${complaintId}/notes`, { text: "Nhờ Hoà xem", mentions: ["hoa"] }));
    };
    const mailed = async (at: string) => {
      await stored("update notification set made_at = $1::timestamptz - interval '1 hour' where person_id = 'hoa'", at);
      return gatherInboxDigests(test.store, { organisation: "vntt", at });
    };
    await turn(minh, true);
    await mention();
    assert.equal(await mailed("2026-03-03T03:00:00.000Z"), 0);
    assert.equal((await done(hoa("GET", "/notifications"))).unread, 0);
    await done(hoa("POST", "/notifications/readings", {}));
    await turn(hoa, true);
    assert.equal((await done(hoa("GET", "/notifications"))).unread, 1);
    await turn(minh, false);
    await mention();
    assert.equal(await mailed("2026-03-04T03:00:00.000Z"), 1);
  });

  it("leaves no gap in the real numbers, and has numbers of its own", async () => {
    const numberOf = async () => Number((await done(minh("POST", "/complaints", told(WORK)))).number.slice(-6));
    const before = await numberOf();
    await turn(minh, true);
    const practised = [await numberOf(), await numberOf()];
    assert.equal(practised[1], Number(practised[0]) + 1);
    await turn(minh, false);
    assert.equal(await numberOf(), before + 1);
  });

  it("is removed by those who lead it: shown nowhere, firing no more, kept in the log, also after a rebuild", async () => {
    await turn(lan, true);
    const { complaintId } = await done(lan("POST", "/complaints", told(TRAINING)));
    assert.equal((await technician("POST", "/training/removals")).body.title, "not-your-role");
    const { removed } = await done(lan("POST", "/training/removals"));
    assert.ok(removed >= 1, String(removed));
    assert.deepEqual(await done(administrator("POST", "/training/removals")), { removed: 0 });
    assert.equal((await lan("GET", `/complaints/${complaintId}`)).status, 404);
    assert.deepEqual((await done(lan("GET", "/complaints"))).items, []);
    const left =
      "select next_firing_at, shown_in from complaint join complaint_row using (organisation, complaint_id) where complaint_id = $1";
    assert.deepEqual(await stored(left, complaintId), [{ next_firing_at: null, shown_in: "nowhere" }]);
    await rebuild(test.store, "vntt");
    assert.deepEqual(await stored(left, complaintId), [{ next_firing_at: null, shown_in: "nowhere" }]);
    const [last] = await stored(
      "select type, actor from event where complaint_id = $1 order by sequence desc",
      complaintId,
    );
    assert.deepEqual(last, { type: "TrainingRemoved", actor: { kind: "person", personId: "lan" } });
    const { failed } = await fireDueOf(test.store, { organisation: "vntt", limit: 100 });
    assert.deepEqual(failed, []);
    await turn(lan, false);
  });
});
