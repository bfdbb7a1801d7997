import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../tests/support/api.ts";
import { runWorker } from "../outbox/run-worker.ts";
import { diskStore } from "../store/attachments/disk.ts";
import { housekeeping } from "./housekeeping.ts";

describe("housekeeping", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  const upload = async (content: string): Promise<string> => {
    const payload = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${content}\r\n--x--\r\n`;
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const { status, body } = await lan("POST", "/attachments", Buffer.from(payload), headers);
    assert.equal(status, 201, JSON.stringify(body));
    return body.sha256;
  };
  const handIn = (sha256: string, more: object = {}) =>
    lan("POST", "/complaints", {
      channel: "phone",
      content: "Có ảnh",
      documents: [{ sha256, name: "a.txt" }],
      ...more,
    });
  const asOwner = async <Row>(sql: string): Promise<Row[]> => {
    const results = await test.database.ownerPool.query(`begin; select enter_organisation('vntt'); ${sql}; commit`);
    return (results as unknown as { rows: Row[] }[])[2]?.rows ?? [];
  };
  const filesKept = async () =>
    (await readdir(test.attachmentsFolder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  const tidyBy = async (workers: number) => {
    const chores = housekeeping(test.store, diskStore(test.attachmentsFolder));
    let rounds = 0;
    const counted = () => Promise.resolve((rounds += 1) && 0);
    const running = Array.from({ length: workers }, () =>
      runWorker(test.store, {
        housekeeping: [...chores, counted],
        tidyMs: 20,
        onError: (error) => assert.fail(String(error)),
      }),
    );
    // Two rounds of each worker over the six organisations and more.
    for (let waits = 0; rounds < workers * 16 && waits < 500; waits += 1) await sleep(20);
    await Promise.all(running.map((worker) => worker.stop()));
  };

  it("takes away uploads that no complaint has named for a day, by any number of workers", async () => {
    const [named, forgotten, refused, fresh] = [
      await upload("nằm trong hồ sơ"),
      await upload("không ai dùng"),
      await upload("bị từ chối"),
      await upload("vừa gửi"),
    ];
    assert.equal((await handIn(named)).status, 201);
    assert.equal((await handIn(refused, { kind: "khong-co" })).status, 422);
    await asOwner(`update attachment set wanted_at = wanted_at - interval '25 hours' where sha256 <> '${fresh}'`);
    await tidyBy(3);
    assert.deepEqual(await filesKept(), [named, fresh].sort());
    const rows = await asOwner<{ sha256: string }>("select sha256 from attachment order by sha256");
    assert.deepEqual(
      rows.map(({ sha256 }) => sha256),
      [named, fresh].sort(),
    );
    const gone = await handIn(forgotten);
    assert.deepEqual([gone.status, gone.body.title], [422, "unknown-attachment"]);
    assert.equal(await upload("không ai dùng"), forgotten);
    assert.equal((await handIn(forgotten)).status, 201);
  });

  it("leaves an old upload alone that is handed in again", async () => {
    const sha256 = await upload("để hôm qua");
    await asOwner(`update attachment set wanted_at = wanted_at - interval '25 hours' where sha256 = '${sha256}'`);
    assert.equal((await handIn(sha256, { kind: "khong-co" })).status, 422);
    await tidyBy(1);
    assert.ok((await filesKept()).includes(sha256));
  });

  it("takes away sessions that are over and answers of last month, and keeps the others", async () => {
    await lan("POST", "/customers", { name: "Cũ" }, { "idempotency-key": "cu" });
    await lan("POST", "/customers", { name: "Mới" }, { "idempotency-key": "moi" });
    await asOwner(
      "update request_answer set answered_at = now() - interval '31 days' where idempotency_key = 'lan cu'",
    );
    await asOwner(
      `insert into session (organisation, token_hash, person_id, expires_at)
       select 'vntt', decode(lpad(to_hex(n), 64, '0'), 'hex'), 'lan', now() - interval '1 hour' from generate_series(1, 1200) n`,
    );
    await tidyBy(2);
    const left = await asOwner<{ sessions: number; keys: string[] }>(
      `select (select count(*)::integer from session) as sessions,
              (select array_agg(idempotency_key) from request_answer) as keys`,
    );
    assert.deepEqual(left, [{ sessions: 1, keys: ["lan moi"] }]);
    assert.equal((await lan("GET", "/work-queues")).status, 200);
  });
});
