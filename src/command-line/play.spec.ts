import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PROJECT_FOLDER } from "../config.ts";
import { playFile } from "./play.ts";

const procedures = join(PROJECT_FOLDER, "procedures");
const examples = join(procedures, "vntt/kd-qt04/2018-01-19.examples.yaml");
let folder = "";

before(() => {
  folder = mkdtempSync(join(tmpdir(), "hoiam-play-"));
  cpSync(join(procedures, "vntt"), join(folder, "vntt"), { recursive: true });
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("a story tells who did what, when each clock ends, and what was late", () => {
  const { text, exitCode } = playFile({ file: examples, folders: [procedures], example: "Trễ hạn qua" });
  assert.equal(exitCode, 0);
  const lines = text.split("\n");
  for (const line of [
    "Thứ Hai 23/11/2026 09:00  NV. CSKH Lan: Tiếp nhận khiếu nại",
    "    «Mất mạng từ tối qua.»",
    "Thứ Tư 25/11/2026 17:00  ⏱ Sắp đến hạn: Phản hồi thông tin khiếu nại cho khách hàng",
    "    ✗ TRỄ HẠN: Phản hồi thông tin khiếu nại cho khách hàng",
    "    → Sang bước «Kết thúc» (5.2.5)",
    "Đúng như ví dụ đã viết (7 bước).",
  ])
    assert.ok(lines.includes(line), `${line}\n\n${text}`);
});

test("no line is wider than a hundred columns", () => {
  for (const example of ["1", "2", "3", "4", "5"]) {
    const { text } = playFile({ file: examples, folders: [procedures], example });
    assert.deepEqual(
      text.split("\n").filter((line) => line.length > 100),
      [],
    );
  }
});

test("without a name the examples of the file are listed", () => {
  const { text, exitCode } = playFile({ file: examples, folders: [procedures] });
  assert.equal(exitCode, 0);
  assert.match(text, / 1 {2}Sự cố xử lý ngay trước Tết, khách hàng hài lòng/);
});

test("as one object: every event, what is expected otherwise, and the clocks at the end", () => {
  const { text } = playFile({ file: examples, folders: [procedures], example: "6", json: true });
  const played = JSON.parse(text) as {
    edition: { lawEffectiveOn: string };
    clocks: { rule: string; status: string }[];
  };
  assert.equal(played.edition.lawEffectiveOn, "2026-07-01");
  assert.equal(played.clocks.find(({ rule }) => rule === "reply-2wd")?.status, "late");
});

test("an example that does not go as written says at which step, and ends with 1", () => {
  const file = join(folder, "vntt/kd-qt04/2018-01-19.examples.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("dueOn: 2026-11-26", "dueOn: 2026-11-25"));
  const { text, exitCode } = playFile({ file, folders: [procedures], example: "6" });
  assert.equal(exitCode, 1);
  assert.match(text, /Bước 1: clocks\.reply-2wd\.dueOn phải là 2026-11-25, thực tế 2026-11-26/);
});

test("an unknown name tells the names that there are", () => {
  assert.throws(
    () => playFile({ file: examples, folders: [procedures], example: "Không có" }),
    /There is no example "Không có".*\n +1 {2}Sự cố/,
  );
});

test("a pack instead of its examples, or no file at all, is refused in one line", () => {
  const refused = (file: string) => {
    try {
      playFile({ file, folders: [procedures] });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return "played";
  };
  const pack = join(procedures, "vntt/kd-qt04/2018-01-19.yaml");
  assert.equal(refused(pack), `${pack} holds no worked examples: hoiam play ${examples}.`);
  assert.match(refused(join(folder, "none.examples.yaml")), /none\.examples\.yaml: there is no such file\./);
});
