import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { testSecretsKey } from "../../tests/support/arrivals.ts";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openTestStore } from "../../tests/support/store.ts";
import { seedUnits } from "../access/units.ts";
import { unknownVariables } from "../documents/reply-macros.ts";
import { readInside } from "../projections/inside-organisation.ts";
import { diskStore } from "../store/attachments/disk.ts";
import { verifyDocuments } from "../store/verify/verify-documents.ts";
import { verifyLog } from "../store/verify/verify-database.ts";
import { loadVietnameseCalendar } from "../procedure/load/calendars.ts";
import { defaultRules } from "../procedure/pure/calendar/calendar-rules.ts";
import { compileCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { demoOrganisations } from "./demo-organisations.ts";
import { fillTray } from "./desk/fill-tray.ts";
import { seedDemo, type DemoStore } from "./seed-demo.ts";
import { vntt } from "./stories/vntt/vntt.ts";

/** When it is told. Stories lie before it, and what they look forward to after it. */
const moments = [
  ["on a Tuesday morning", "2026-07-14T02:30:00.000Z"],
  ["on the last working day before Tết", "2026-02-13T08:45:00.000Z"],
] as const;

for (const [name, now] of moments)
  describe(`seeding the demonstration ${name}`, () => {
    let database: TestDatabase;
    let store: DemoStore;
    let folder: string;
    before(async () => {
      database = await openTestDatabase();
      folder = await mkdtemp(join(tmpdir(), "hoiam-demo-"));
      store = { ...(await openTestStore(database)), attachments: diskStore(folder), secretsKey: testSecretsKey };
      for (const { id } of store.registry.organisations())
        await seedUnits(
          store.pool,
          id,
          store.registry.editions().filter(({ ref }) => ref.organisation === id),
        );
    });
    after(async () => {
      await database.close();
      await rm(folder, { recursive: true });
    });

    const values = async (organisation: string, query: string, parameters: string[] = []) => {
      const { rows } = await readInside(database.pool, organisation, (inside) => inside.query(query, parameters));
      return rows.map((row: Record<string, unknown>) => Object.values(row)[0]);
    };

    it("tells every story once, sends nothing outside, and leaves a log that verifies", async () => {
      const stories = demoOrganisations.reduce((sum, each) => sum + each.stories.length, 0);
      assert.equal(await seedDemo(store, { now }), stories);
      assert.equal(await seedDemo(store, { now }), undefined);
      for (const { organisation, stories, people } of demoOrganisations) {
        const told = await values(organisation, "select complaint_id from complaint_row order by 1");
        assert.deepEqual(told, stories.map(({ id }) => `${organisation}-${id}`).toSorted());
        assert.deepEqual(await values(organisation, "select 1 from outbox where audience = 'customer'"), []);
        assert.equal((await values(organisation, "select 1 from person")).length, people.length);
        assert.deepEqual((await verifyLog(database.pool, { organisation })).flaws, []);
        assert.deepEqual((await verifyDocuments(store, organisation)).flaws, []);
      }
    });

    it("has fired what fell due: overdue complaints show it, and nothing waits for the worker", async () => {
      const overdue = await values("vntt", "select complaint_id from complaint_row where is_open and due_at < $1", [
        now,
      ]);
      assert.ok(overdue.includes("vntt-overdue-unit"), String(overdue));
      const breached = "select rule from clock where complaint_id = 'vntt-overdue-unit' and breached_at is not null";
      assert.ok((await values("vntt", breached)).includes("reply-2wd"));
      assert.deepEqual(
        await values("vntt", "select complaint_id from complaint where next_firing_at <= $1", [now]),
        [],
      );
    });

    it("lays mail and messages in the tray, each for its reason, and notes what robots wrote", async () => {
      const ended = "select status || ' ' || medium || ' ' || coalesce(waiting_reason, nature) from arrival order by 1";
      assert.deepEqual(await values("vntt", ended), [
        "noted mail automatic",
        "noted mail bounce",
        "taken-in mail message",
        "waiting mail closed-complaint",
        "waiting mail list-not-answered",
        "waiting mail not-complaint-mailbox",
        "waiting mail not-complaint-mailbox",
        "waiting mail other-sender",
        "waiting mail unreadable",
        "waiting sms not-complaint-mailbox",
      ]);
      const readable = "select content from arrival where subject = 'Xin bản sao hợp đồng Internet'";
      assert.match(
        String((await values("vntt", readable))[0]),
        /^Kính gửi Công ty,\n\nPhường cần bản sao hợp đồng Internet của nhà văn hoá/,
      );
      const pictures = "select attachments -> 0 ->> 'type' from arrival where jsonb_array_length(attachments) = 1";
      assert.deepEqual(await values("vntt", pictures), ["image/png"]);
      const images = "select notes from arrival where waiting_reason = 'list-not-answered'";
      assert.deepEqual(await values("vntt", images), [["text-from-html", "remote-images-blocked"]]);
    });

    it("takes nothing in a second time where a start that was cut short is taken up", async () => {
      const calendar = compileCalendar({ national: loadVietnameseCalendar(), rules: defaultRules });
      const later = new Date(Date.parse(now) + 3_600_000).toISOString();
      await fillTray(store, vntt.desk, { organisation: "vntt", now: later, calendar });
      assert.deepEqual(await values("vntt", "select count(*)::int from arrival"), [10]);
    });

    it("keeps the registers of letters and of calls as people would have", async () => {
      const letters =
        "select number || ' ' || outcome || ' ' || jsonb_array_length(scans) from incoming_letter order by 1";
      assert.deepEqual(await values("vntt", letters), [
        "1 registered 1",
        "2 added 1",
        "3 struck 0",
        "4 nothing-to-do 0",
        "5 waiting 1",
      ]);
      const calls = "select direction || ' ' || status from phone_call order by 1";
      assert.deepEqual(await values("vntt", calls), [
        "in ended",
        "in ended",
        "in missed",
        "in missed",
        "in missed",
        "out ended",
        "out missed",
      ]);
      const promised = "select status || case when due_until < $1 then ' late' else '' end from call_back order by 1";
      assert.deepEqual(await values("vntt", promised, [now]), ["done late", "open", "open", "open late"]);
    });

    it("gives every provider pieces of replies, for kinds of its own and with variables that there are", async () => {
      for (const { organisation } of demoOrganisations) {
        const kinds = store.registry
          .editions()
          .filter(({ ref }) => ref.organisation === organisation)
          .flatMap((edition) => edition.kinds.map(({ id }) => id));
        const written = await values(organisation, "select jsonb_build_array(kind, content) from reply_macro");
        assert.ok(written.length >= 3, `${organisation}: ${written.length}`);
        for (const [kind, content] of written as [string | null, string][]) {
          assert.deepEqual(unknownVariables(content), []);
          assert.ok(kind === null || kinds.includes(kind), `${organisation} has no kind ${kind}`);
        }
      }
    });

    it("numbers complaints in the order in which they came", async () => {
      const inOrder =
        "select bool_and(ok) from (select received_at >= lag(received_at) over (order by arrival) as ok from complaint_row) r";
      assert.deepEqual(await values("dcnet", inOrder), [true]);
    });
  });
