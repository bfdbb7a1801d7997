import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { letterOf } from "../../../../tests/support/written-mail.ts";
import { readMail } from "./read-mail.ts";

describe("reading a mail", () => {
  it("says of nothing at all that it cannot be read", async () => {
    const { nature, notes, text } = await readMail(Buffer.alloc(0));
    assert.deepEqual({ nature, notes, text }, { nature: "unreadable", notes: ["empty"], text: "" });
  });

  it("gives each its own, however many wait", async () => {
    const mails = await Promise.all(
      Array.from({ length: 50 }, (_, n) => readMail(letterOf([`Subject: Thư ${n}`], `Nội dung ${n}`))),
    );
    assert.deepEqual(
      mails.map(({ subject, text }) => `${subject}: ${text}`),
      Array.from({ length: 50 }, (_, n) => `Thư ${n}: Nội dung ${n}`),
    );
  });

  const children = `/proc/self/task/${process.pid}/children`;
  it("outlives a mail on which the reader dies, and reads the next", { skip: !existsSync(children) }, async () => {
    const large = readMail(
      letterOf(["Content-Type: text/plain; charset=utf-8"], "Tôi khiếu nại.\r\n".repeat(1_000_000)),
    );
    const next = readMail(letterOf(["Subject: Sau"], "Tôi khiếu nại."));
    for (const pid of readFileSync(children, "utf8").trim().split(" ")) process.kill(Number(pid), "SIGKILL");
    assert.deepEqual([(await large).nature, (await large).notes], ["unreadable", ["too-large"]]);
    assert.deepEqual([(await next).nature, (await next).text], ["message", "Tôi khiếu nại."]);
  });
});
