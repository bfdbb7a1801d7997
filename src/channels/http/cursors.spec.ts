import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { cursorFor } from "./cursor.ts";

describe("a forged cursor", () => {
  let test: TestApi;
  let lan: Caller;
  before(async () => {
    test = await openTestApi();
    lan = await test.person("vntt", "lan", "clerk@cskh");
    await lan("POST", "/complaints", { channel: "phone", content: "Cước tính sai" });
  });
  after(() => test.close());

  const coded = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");
  const refused = async (path: string, list: unknown[], place: string) => {
    const { status, body } = await lan("GET", `${path}cursor=${encodeURIComponent(cursorFor(list, place) ?? "")}`);
    assert.deepEqual([status, body.title, body.field], [400, "bad-cursor", "cursor"], `${path} ${place}`);
  };

  it("of the search is refused, also beyond the largest arrival", async () => {
    const list = ["vntt", "search", "cuoc", {}];
    for (const place of [
      "x",
      "-1",
      "1.5",
      " 1",
      "9223372036854775808",
      "9999999999999999999",
      "12345678901234567890",
    ]) {
      await refused("/complaints?search=cuoc&", list, place);
    }
    const last = cursorFor(list, "9223372036854775807");
    assert.equal((await lan("GET", `/complaints?search=cuoc&cursor=${last}`)).status, 200);
  });

  it("of the lists is refused, with days that do not exist and words of PostgreSQL's too", async () => {
    const places: unknown[] = [
      null,
      [],
      {},
      ["1"],
      ["1", "2026-02-30 00:00:00+00", 0],
      ["1", "2026-02-12 25:00:00+00", 0],
      ["1", "2026-02-12 10:00:00+99", 0],
      ["1", "2026-02-12T10:00:00Z", 0],
      ["1", "1", 0],
      ["1", "now", 0],
      ["1", "-infinity", 0],
      ["1", "infinity", 2],
      ["1", "infinity", "0"],
      [1, "infinity", 0],
      ["9999999999999999999", "infinity", 0],
      ["1", "infinity", 0, 0],
    ];
    for (const place of places) await refused("/complaints?", ["vntt", "complaints", "priority", {}], coded(place));
    await refused("/complaints?", ["vntt", "complaints", "priority", {}], "[");
    const good = cursorFor(["vntt", "complaints", "priority", {}], coded(["1", "2026-02-12 10:00:00+00", 0]));
    assert.equal((await lan("GET", `/complaints?cursor=${good}`)).status, 200);
  });

  it("is never a fault of ours, whatever bytes it has", async () => {
    // A fixed sequence, so that what fails once fails again.
    let seed = 7;
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    for (let round = 0; round < 60; round += 1) {
      const bytes = Buffer.from(Array.from({ length: next() % 40 }, () => next() % 256));
      const place = bytes.toString("latin1");
      for (const [path, list] of [
        ["/complaints?", ["vntt", "complaints", "priority", {}]],
        ["/complaints?search=cuoc&", ["vntt", "search", "cuoc", {}]],
        ["/incidents?", ["vntt", "incidents", "running"]],
      ] as const) {
        const { status } = await lan("GET", `${path}cursor=${encodeURIComponent(cursorFor(list, place) ?? "")}`);
        assert.ok(status === 200 || status === 400, `${path} ${bytes.toString("hex")}: ${status}`);
      }
    }
  });
});
