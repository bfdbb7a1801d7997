import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldQuotes } from "./fold-quotes.ts";

const OWN = "Tôi chưa đồng ý với trả lời này.";

describe("folding what stands below an answer", () => {
  const quotes: [program: string, below: string][] = [
    [
      "Gmail in Vietnamese",
      "Vào Th 2, 10 thg 11, 2025 vào lúc 09:30 VNTT <khieunai@vntt.example> đã viết:\n\n> Kính gửi quý khách",
    ],
    [
      "Gmail, its line broken",
      "Vào 09:30, Th 2, 10 thg 11, 2025, Bộ phận khiếu nại VNTT <\nkhieunai@vntt.example> đã viết:\n> Kính gửi",
    ],
    ["Gmail in English", "On Mon, Nov 10, 2025 at 9:30 AM VNTT <khieunai@vntt.example> wrote:\n> Kính gửi"],
    ["iPhone", "Vào 10 thg 11, 2025, lúc 09:30, VNTT <khieunai@vntt.example> đã viết:\n\n﻿Kính gửi quý khách"],
    ["Thunderbird", "Vào lúc 09:30 10/11/2025, VNTT đã viết:\n> Kính gửi"],
    ["Yahoo", "Vào Thứ Hai, 10 tháng 11, 2025 lúc 09:30:00 GMT+7, VNTT <k@vntt.example> đã viết: \n \n Kính gửi"],
    [
      "Outlook in English",
      "________________________________\nFrom: VNTT <k@vntt.example>\nSent: Monday, November 10, 2025 9:30 AM\nTo: Hong\nSubject: Re: khiếu nại\n\nKính gửi",
    ],
    [
      "Outlook in Vietnamese",
      "Từ: VNTT <k@vntt.example>\nĐã gửi: Thứ Hai, 10 Tháng Mười Một 2025 9:30 SA\nĐến: Hong\nChủ đề: Re: khiếu nại\n\nKính gửi",
    ],
    ["Outlook on a phone", "*Từ:* VNTT\n*Ngày gửi:* 10/11/2025\n*Tới:* Hong\n*Tiêu đề:* khiếu nại"],
    ["older programs", "-----Original Message-----\nFrom: VNTT\n\nKính gửi"],
    ["older programs in Vietnamese", "----- Thư gốc -----\nKính gửi"],
    ["a forward", "---------- Forwarded message ---------\nTừ: VNTT"],
    ["Apple's forward", "Bắt đầu thư chuyển tiếp:\n\nTừ: VNTT"],
  ];
  for (const [program, below] of quotes)
    it(`knows ${program}`, () => {
      const { text, quoted } = foldQuotes(`${OWN}\n\n${below}`);
      assert.equal(text, OWN);
      assert.equal(quoted?.split("\n")[0], below.split("\n")[0]?.trimEnd());
    });

  it("keeps an answer that stands below or between what it answers", () => {
    const below =
      "Vào Th 2, 10 thg 11, 2025 lúc 09:30 VNTT <k@vntt.example> đã viết:\n> Quý khách đồng ý không?\n\nTôi không đồng ý.\n> Cước tháng 10?\nVẫn sai.";
    assert.deepEqual(foldQuotes(below), {
      text: "Tôi không đồng ý.\nVẫn sai.",
      quoted:
        "Vào Th 2, 10 thg 11, 2025 lúc 09:30 VNTT <k@vntt.example> đã viết:\n> Quý khách đồng ý không?\n> Cước tháng 10?",
      signature: null,
    });
  });

  it("keeps whole what has no words of its own: a mail that was only passed on", () => {
    const passedOn = "---------- Forwarded message ---------\nTừ: Hồng\n\nTôi khiếu nại";
    assert.deepEqual(foldQuotes(passedOn), { text: passedOn, quoted: null, signature: null });
  });

  it("takes no words of a customer for a quote", () => {
    const said = [
      "Kính gửi: Bộ phận khiếu nại",
      "Từ: ngày 01/10 đến ngày 31/10 mạng chậm.",
      "Đến: nay chưa sửa.",
      "Vào ngày 10/11 nhân viên của công ty đã viết: sẽ gọi lại.",
      "Ngày 12 tôi gọi tổng đài, họ nói:",
      "-- chưa có lịch --",
    ].join("\n");
    assert.deepEqual(foldQuotes(said), { text: said, quoted: null, signature: null });
  });

  const signatures: [written: string, signature: string][] = [
    ["-- \nNguyễn Thị Hồng\n0912345678", "Nguyễn Thị Hồng\n0912345678"],
    ["Đã gửi từ iPhone của tôi", "Đã gửi từ iPhone của tôi"],
    ["Sent from my Samsung Galaxy smartphone.", "Sent from my Samsung Galaxy smartphone."],
    ["Gửi từ Zalo", "Gửi từ Zalo"],
    ["Tải Outlook cho Android", "Tải Outlook cho Android"],
    ["Gửi từ Mail cho Windows", "Gửi từ Mail cho Windows"],
  ];
  for (const [written, signature] of signatures)
    it(`puts apart a signature: ${signature.split("\n")[0]}`, () => {
      assert.deepEqual(foldQuotes(`${OWN}\n\n${written}`), { text: OWN, quoted: null, signature });
    });

  it("takes no time to speak of for lines made to cost it", () => {
    const hostile = [
      `${"Vào 1 ".repeat(60)}\n`.repeat(10_000),
      `${"> ".repeat(200)}\n`.repeat(5000),
      `From: ${"a".repeat(190)}\n`.repeat(10_000),
      "-".repeat(500_000),
      `Gửi từ ${" ".repeat(100_000)}`,
    ];
    const begun = process.cpuUsage();
    for (const text of hostile) foldQuotes(text);
    const { user } = process.cpuUsage(begun);
    assert.equal(user < 5_000_000, true, `${user} µs`);
  });
});
