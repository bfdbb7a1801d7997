import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("an edition for people", () => {
  let test: TestApi;
  let lan: Caller;
  let stranger: Caller;
  let hash: string;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    stranger = await test.person("kplus", "lan", "clerk@cskh");
    const { body } = await lan("GET", "/procedures?on=2026-11-22");
    hash = body.procedures[0].hash;
  });
  after(() => test.close());
  const anybody = (method: "GET" | "POST", path: string, payload?: object) =>
    ask(test.api, { method, url: `/api/v1${path}`, ...(payload === undefined ? {} : { payload }) });

  it("is a controlled document, with terms and events in words and each clock with its source", async () => {
    const { status, body } = await lan("GET", `/editions/${hash}/document`);
    assert.equal(status, 200);
    const { number, edition, effectiveOn, revisedOn, pages, formerNumber } = body.header;
    assert.deepEqual(
      [number, edition, effectiveOn, revisedOn, pages, formerNumber],
      ["KD-QT04", "02", "2018-01-19", "2017-12-20", 6, "DVVT-QT04"],
    );
    assert.deepEqual(body.header.signOff[3], {
      step: "issued",
      label: "Ký ban hành",
      name: "Giang Quốc Dũng",
      post: "TGD",
      signedOn: null,
    });
    const reply = body.clocks.find(({ id }: { id: string }) => id === "reply-2wd");
    assert.deepEqual(reply.term, { vi: "02 ngày làm việc", en: "2 working days" });
    assert.deepEqual(reply.start, [{ vi: "nhận được khiếu nại", en: "the complaint is received" }]);
    assert.equal(reply.stop[0].vi, "trả lời khách hàng (cuối cùng, có nội dung)");
    assert.deepEqual(reply.source, ["S0-0.14", "S0-0.21"]);
    const direction = body.clocks.find(({ id }: { id: string }) => id === "direction");
    assert.equal(direction.start[0].en, "a stage is entered «Ask the board for direction»");
    assert.deepEqual(direction.owner, { vi: "BGĐ Công ty", en: "Board of the company" });
    const close = body.stages.find(({ id }: { id: string }) => id === "closed").moves[1];
    assert.deepEqual(close.leadsTo, [{ stage: "coordination", name: "Thực hiện yêu cầu phối hợp xử lý" }]);
    assert.equal(body.readings.length > 20, true);
  });

  it("is drawn by the server in either language, and by nobody else's", async () => {
    const drawn = async (query: string) => (await lan("GET", `/editions/${hash}/flow-chart?${query}`)).body;
    const plain = await drawn("conditions=false");
    const full = await drawn("language=en");
    assert.deepEqual([plain.lanes.length, plain.boxes.length], [3, 12]);
    assert.equal(full.height > plain.height, true);
    assert.deepEqual(plain.boxes[0].lines[0].name, ["↺ Xác nhận đã nhận khiếu nại"]);
    assert.equal((await lan("GET", `/editions/${hash}/flow-chart?language=fr`)).status, 400);
    for (const part of ["document", "flow-chart", `changes?since=${hash}`])
      assert.equal((await stranger("GET", `/editions/${hash}/${part}`)).status, 404, part);
  });

  it("says what it says otherwise than an edition before it", async () => {
    const { body } = await lan("GET", "/editions");
    const since = body.editions.find((each: { lawEffectiveOn: string }) => each.lawEffectiveOn === "2024-07-01").hash;
    const changed = await lan("GET", `/editions/${hash}/changes?since=${since}`);
    const refusal = changed.body.changes.find(({ path }: { path: string }) => path === "clocks.law-refuse.source");
    assert.deepEqual(refusal, {
      path: "clocks.law-refuse.source",
      before: "law: TT 05/2011/TT-BTTTT (đã đọc)",
      now: "law: TT 05/2011/TT-BTTTT (đã đọc); law: NĐ 174/2026/NĐ-CP Đ63.1.c (đã đọc)",
      isOrder: false,
      where: {
        vi: "Thời hạn «Từ chối bằng văn bản, nêu rõ lý do», nguồn",
        en: "Clock “Refuse in writing, with the reason”, source",
      },
      wasSaid: { vi: "TT 05/2011/TT-BTTTT (đã đọc)", en: "TT 05/2011/TT-BTTTT (đã đọc)" },
      isSaid: {
        vi: "TT 05/2011/TT-BTTTT (đã đọc); NĐ 174/2026/NĐ-CP Đ63.1.c (đã đọc)",
        en: "TT 05/2011/TT-BTTTT (đã đọc); NĐ 174/2026/NĐ-CP Đ63.1.c (đã đọc)",
      },
    });
    assert.deepEqual((await lan("GET", `/editions/${hash}/changes?since=${hash}`)).body, { changes: [] });
  });

  it("counts the open complaints that the reader may see at each stage", async () => {
    const counts = async (who: Caller) => (await who("GET", "/procedures/kd-qt04/stages")).body;
    assert.deepEqual(await counts(lan), { stages: [], isCut: false });
    const register = async (more: object) =>
      (await lan("POST", "/complaints", { channel: "phone", content: "Mạng chậm", kind: "incident", ...more })).body;
    await register({ occurredAt: "2026-02-12T10:00:00+07:00" });
    const { complaintId } = await register({});
    await register({});
    await lan("POST", `/complaints/${complaintId}/assignments`, { personId: "lan" });
    assert.deepEqual(await counts(lan), {
      stages: [
        { stage: "at-once", open: 1, overdue: 0 },
        { stage: "intake", open: 2, overdue: 1 },
      ],
      isCut: false,
    });
    const technician = await test.person("vntt", "ky-thuat", "unit-member@p-ktvt");
    assert.deepEqual(await counts(technician), { stages: [], isCut: false });
    assert.deepEqual(await counts(stranger), { stages: [], isCut: false });
  });

  it("is published to everybody, and rated once by each browser", async () => {
    const published = await anybody("GET", "/public/organisations/kplus/procedures");
    assert.equal(published.status, 200);
    assert.deepEqual([published.body.organisation.shortName, published.body.takesOnline], ["K+", true]);
    assert.deepEqual(
      published.body.procedures[0].ratings.map(({ of }: { of: string }) => of),
      ["article", "help-centre"],
    );
    const path = "/public/organisations/kplus/procedures/khieu-nai/ratings";
    const browser = "3f0a8c1e-7d52-4b57-9a39-0f3f2b7a6c11";
    const rate = async (body: object) => (await anybody("POST", path, body)).status;
    assert.equal(await rate({ of: "article", score: 1, browser }), 204);
    assert.equal(await rate({ of: "article", score: 5, browser }), 204);
    assert.equal(await rate({ of: "help-centre", score: 4, browser }), 204);
    assert.equal(await rate({ of: "help-centre", score: 2, browser: `${browser}-2` }), 204);
    assert.equal(await rate({ of: "article", score: 6, browser }), 400);
    assert.equal(await rate({ of: "article", score: 3, browser: "short" }), 400);
    assert.deepEqual((await stranger("GET", "/procedures/khieu-nai/ratings")).body.ratings, [
      { of: "article", score: 5, count: 1 },
      { of: "help-centre", score: 2, count: 1 },
      { of: "help-centre", score: 4, count: 1 },
    ]);
    assert.deepEqual((await lan("GET", "/procedures/kd-qt04/ratings")).body.ratings, []);
    const unasked = "/public/organisations/vntt/procedures/kd-qt04/ratings";
    const refused = await anybody("POST", unasked, { of: "article", score: 5, browser });
    assert.equal(refused.status, 404);
    assert.equal((await anybody("GET", "/public/organisations/nobody/procedures")).status, 404);
  });

  it("lets nobody rate without end from one place", async () => {
    const path = "/public/organisations/kplus/procedures/khieu-nai/ratings";
    const statuses: number[] = [];
    for (let index = 0; index < 60; index += 1) {
      const body = { of: "article", score: 1, browser: `a-browser-made-for-this-${index}` };
      statuses.push((await anybody("POST", path, body)).status);
    }
    assert.deepEqual([statuses.at(0), statuses.at(-1)], [204, 429]);
  });
});
