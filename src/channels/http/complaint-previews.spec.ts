import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";

describe("/complaint-previews", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
  });
  after(() => test.close());

  it("counts the time-bar from the first bill, day by day, and promises nothing less for lateness", async () => {
    const { status, body } = await lan("POST", "/complaint-previews", {
      channel: "phone",
      kind: "charges",
      content: "Cước tăng gấp đôi",
      filled: { "first-billed-on": "2026-02-15" },
      // A Tuesday, the day after the last: 14/3 is a Saturday, so the bar ends with Monday 16/3.
      occurredAt: "2026-03-17T09:00:00+07:00",
    });
    assert.equal(status, 200, JSON.stringify(body));
    const { steps, ...bar } = body.timeBar;
    assert.deepEqual(bar, {
      rule: "law-charges",
      from: "Ngày nhận thông báo cước, hóa đơn đầu tiên hoặc ngày thanh toán",
      term: { vi: "01 tháng", en: "1 month" },
      origin: "law",
      source: "law: TT 05/2011/TT-BTTTT (đã đọc)",
      eventOn: "2026-02-15",
      lastOn: "2026-03-16",
      barred: true,
      lateness: "may-refuse",
      calendarVersion: bar.calendarVersion,
    });
    assert.equal(steps.length, 30);
    assert.deepEqual([steps[0].on, steps[0].verdict, steps[0].reason], ["2026-02-15", "counted", "time-bar-first-day"]);
    assert.deepEqual([steps[29].on, steps[29].reason], ["2026-03-16", "rolled-to"]);
    assert.deepEqual(
      body.missing.map(({ id, field }: { id: string; field: string | null }) => [id, field]),
      [
        ["name", "customer.name"],
        ["phone", "customer.phone"],
        ["bill", null],
      ],
    );
    assert.equal(body.register.name, "File Excel theo dõi");
    assert.deepEqual(
      body.promises.map(({ name, dueOn }: { name: string; dueOn: string }) => [name, dueOn]),
      [
        ["Phản hồi thông tin khiếu nại cho khách hàng", "2026-03-19"],
        ["Phản hồi đã nhận khiếu nại của người tiêu dùng", "2026-03-20"],
        ["Giải quyết khiếu nại", "2026-04-14"],
      ],
    );
    assert.equal(body.contactBy, "2026-03-19T17:00:00.000Z");
  });

  it("takes what is half written, and says what is still to be asked", async () => {
    const { status, body } = await lan("POST", "/complaint-previews", { channel: "phone", kind: "incident" });
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(
      body.missing.map(({ id }: { id: string }) => id),
      ["content", "name", "phone"],
    );
    assert.equal(body.timeBar, null);
    assert.deepEqual(
      body.timeBarsOpen.map(({ rule, from }: { rule: string; from: string }) => [rule, from]),
      [["law-other", "Ngày sử dụng dịch vụ hoặc ngày xảy ra vi phạm"]],
    );
    const unclassified = await lan("POST", "/complaint-previews", { channel: "phone" });
    assert.deepEqual(unclassified.body.missing, [
      { id: "kind", field: "kind", label: { vi: "Loại khiếu nại", en: "Kind of complaint" } },
    ]);
  });

  it("takes no number", async () => {
    const call = { channel: "phone", content: "Mất mạng" };
    const one = await lan("POST", "/complaints", call);
    for (let times = 0; times < 3; times += 1) await lan("POST", "/complaint-previews", call);
    const other = await lan("POST", "/complaints", call);
    const running = ({ body }: { body: { number: string } }) => Number(body.number.slice(-6));
    assert.equal(running(other), running(one) + 1);
  });

  it("promises nothing to praise, which goes to its own register", async () => {
    const anh = await test.person("bkns", "anh", "clerk@cskh");
    const { body } = await anh("POST", "/complaint-previews", {
      channel: "hotline",
      kind: "praise",
      content: "Cảm ơn",
    });
    const { isComplaint, promises, missing, contactBy, timeBar, timeBarsOpen } = body;
    assert.deepEqual([isComplaint, promises, missing, contactBy], [false, [], [], null]);
    // Nobody comes too late with praise.
    assert.deepEqual([timeBar, timeBarsOpen], [null, []]);
  });

  it("refuses what registering would refuse, and who may not register", async () => {
    const late = { channel: "phone", eventOn: "2026-05-02", occurredAt: "2026-05-01T09:00:00+07:00" };
    assert.equal((await lan("POST", "/complaint-previews", late)).status, 422);
    assert.equal((await lan("POST", "/complaint-previews", { kind: "charges" })).status, 400);
    const auditor = await test.person("vntt", "yen", "auditor@cskh");
    assert.equal((await auditor("POST", "/complaint-previews", { channel: "phone" })).status, 403);
  });
});
