import assert from "node:assert/strict";
import { test } from "node:test";
import { matterOf } from "./matter.ts";

const edition = {
  channels: [
    { id: "email", type: "email" },
    { id: "hotline", type: "phone" },
  ],
} as unknown as Parameters<typeof matterOf>[1];
const ofMail = (content: string) => matterOf({ content, channel: "email" }, edition);

test("of a mail, its subject says what it is about", () => {
  const mail =
    "Re: Cước tháng 10 cao bất thường\n\nKính gửi VNTT,\n\nTôi bị tính cước gấp đôi. Xin kiểm tra.\n\nTrân trọng,\nHoa\n0912 345 678";
  assert.equal(ofMail(mail), "Cước tháng 10 cao bất thường");
});

test("where the subject says nothing or there is none, its first sentence after the greeting", () => {
  const said = "Kính gửi VNTT,\nNhà tôi mất mạng\ntừ 6 giờ sáng. Tôi đã gọi hai lần.\n\nTrân trọng,\nHoa";
  assert.equal(ofMail(said), "Nhà tôi mất mạng từ 6 giờ sáng.");
  assert.equal(ofMail(`Khiếu nại\n\n${said}`), "Nhà tôi mất mạng từ 6 giờ sáng.");
});

test("what is long ends at a word within three hundred characters", () => {
  const long = ofMail(`${"mạng chậm ".repeat(200)}\n\nHoa`);
  assert.equal(long, `${Array(30).fill("mạng chậm").join(" ")}…`);
  assert.equal(long.length, 300);
  assert.equal(ofMail("x".repeat(900)).length, 300);
});

test("what is short, and what came otherwise, stays whole", () => {
  assert.equal(ofMail("Mạng chậm. Xin kiểm tra."), "Mạng chậm. Xin kiểm tra.");
  const told = "Khách gọi.\n\nMất mạng từ tối qua. Đã khởi động lại.";
  assert.equal(matterOf({ content: told, channel: "hotline" }, edition), told);
  assert.equal(ofMail("Kính gửi VNTT,\n\n"), "Kính gửi VNTT,");
});
