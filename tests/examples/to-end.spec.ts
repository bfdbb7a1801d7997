import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Complaint } from "../../src/complaint/state.ts";
import { toEnd } from "../../src/complaint/to-end.ts";
import { waitsFor } from "../../src/complaint/waits-for.ts";
import { atStep, type AtStep } from "./at-a-step.ts";

/** Each item as its options: what, by which verb, with what chosen; or why not. */
function wanted(asked: AtStep, change = (complaint: Complaint) => complaint): string[] {
  const { complaint, context } = atStep(asked);
  return (toEnd(change(complaint), context)?.items ?? []).map(({ options }) =>
    options
      .map(({ what, action, why }) =>
        action
          ? `${what.vi} [${action.verb} ${JSON.stringify(action.given)}]`
          : why === null
            ? what.vi
            : `${what.vi}: ${why.vi}`,
      )
      .join(" / "),
  );
}

const vntt = { pack: "vntt/kd-qt04/2018-01-19", who: "clerk@cskh Lan" };
const dcnet = { pack: "dcnet/su-co/2018-01-01", who: "clerk@cskh Ngọc" };
const bkns = { pack: "bkns/khieu-nai/2018-01-01", who: "clerk@cskh Minh" };
const ihostinger = { pack: "ihostinger/khieu-nai/2019-12-16", who: "clerk@cskh Vy" };
const kplus = { pack: "kplus/khieu-nai/2018-01-01", who: "clerk@cskh Hà" };

const receipt = 'Phát hành Phiếu tiếp nhận khiếu nại [issue-paper {"paper":"receipt"}]';
const letter = 'Soạn Thư trả lời khiếu nại [draft-paper {"paper":"reply-letter"}]';

describe("what is still wanted to close", () => {
  test("from the first day the receipt, which is owed already", () => {
    assert.deepEqual(wanted({ ...vntt, example: 1, step: 1 }), [receipt]);
  });

  test("once answered the customer's word, and all papers", () => {
    assert.deepEqual(wanted({ ...vntt, example: 3, step: "reply" }), [
      'Ghi ý kiến khách hàng: hài lòng [record-verdict {"accepts":"yes","satisfied":"yes"}]',
      receipt,
      letter,
    ]);
    assert.deepEqual(wanted({ ...vntt, example: 1, step: 5 }), [receipt, letter]);
    assert.deepEqual(wanted({ ...vntt, example: 1, step: 7 }), []);
  });

  test("a letter that others sign is drafted, then signed, then issued; whoever signs it issues it at once", () => {
    const afterReply = { ...vntt, example: 3, step: "reply" } as const;
    const withDraft = (status: "drafted" | "signed", signatures: string[]) => (complaint: Complaint) => ({
      ...complaint,
      papers: [
        ...complaint.papers,
        { paperId: "p-9", paper: "reply-letter", kind: "reply-letter" as const, status, signatures },
      ],
    });
    assert.equal(
      wanted(afterReply, withDraft("drafted", [])).at(-1),
      'Ký Thư trả lời khiếu nại [sign-paper {"paperId":"p-9"}]',
    );
    assert.equal(
      wanted(afterReply, withDraft("signed", ["approver"])).at(-1),
      'Phát hành Thư trả lời khiếu nại [issue-paper {"paperId":"p-9"}]',
    );
    assert.equal(
      wanted({ ...ihostinger, who: "shift-lead@cskh Yến", example: 2, step: 10 }).at(-1),
      'Phát hành Yêu cầu khắc phục sự cố phát sinh khiếu nại [issue-paper {"paper":"corrective-order"}]',
    );
  });

  test("a promise that is open, by its words and its day", () => {
    assert.deepEqual(
      wanted({ ...vntt, example: 2, step: 14 })
        .at(-1)
        ?.split(" [")[0],
      "Thực hiện cam kết «Hàn lại măng sông số 12, hạn 04/05/2026»",
    );
  });

  test("DCNET: the record of handling with the papers", () => {
    assert.deepEqual(wanted({ ...dcnet, example: 1, step: 3 }), [
      "Lưu phương cách xử lý [record-handling {}]",
      receipt,
      letter,
    ]);
  });

  test("iHostinger, on its own fault: the order to mend it; at the counter the minutes instead of the receipt", () => {
    assert.deepEqual(wanted({ ...ihostinger, example: 2, step: 10 }), [
      'Soạn Văn bản trả lời kết quả giải quyết khiếu nại [draft-paper {"paper":"reply-letter"}]',
      'Soạn Yêu cầu khắc phục sự cố phát sinh khiếu nại [draft-paper {"paper":"corrective-order"}]',
    ]);
    assert.equal(
      wanted({ ...ihostinger, who: "clerk@branch Nga", example: 1, step: 3 })[1],
      `${receipt} / Soạn Biên bản kết quả giải quyết [draft-paper {"paper":"settlement-minutes"}]`,
    );
  });

  test("K+: money that was agreed", () => {
    assert.equal(
      wanted({ ...kplus, example: 2, step: 19 })
        .at(-1)
        ?.split(" [")[0],
      "Thực hiện Hoàn tiền: 1.500.000 đ",
    );
  });
});

describe("what is still wanted to put a file away", () => {
  test("BKNS: the lesson", () => {
    assert.deepEqual(wanted({ ...bkns, example: 1, step: 11 }), ["Ghi bài học kinh nghiệm [record-lesson {}]"]);
  });

  test("iHostinger: the lesson, and the mending, which others do", () => {
    assert.deepEqual(wanted({ ...ihostinger, example: 2, step: 14 }), [
      "Ghi bài học kinh nghiệm [record-lesson {}]",
      "Khắc phục Các bộ phận liên quan: Việc này dành cho: Bộ phận được giao khắc phục, Nhân viên bộ phận, Trưởng bộ phận, Trưởng phòng chăm sóc khách hàng.",
    ]);
  });
});

describe("whose turn it is", () => {
  const awaited = (asked: AtStep) => {
    const { complaint, context } = atStep(asked);
    return waitsFor(complaint, context).map(({ who, dueAt }) => [who.vi, dueAt]);
  };

  test("units that were asked, each until its own term; but not one's own", () => {
    assert.deepEqual(awaited({ ...vntt, example: 2, step: 4 }), [
      ["P. KTVT", "2026-04-24T07:30:00.000Z"],
      ["P. VHDC", "2026-04-24T07:30:00.000Z"],
    ]);
    assert.deepEqual(awaited({ ...vntt, who: "unit-member@p-ktvt Hùng", example: 2, step: 4 }), [
      ["P. VHDC", "2026-04-24T07:30:00.000Z"],
    ]);
  });

  test("the board, the network centre, the superiors, the customer", () => {
    assert.deepEqual(awaited({ ...vntt, example: 3, step: "submit-dossier" }), [
      ["BGĐ Công ty", "2026-08-27T17:00:00.000Z"],
    ]);
    assert.deepEqual(awaited({ ...dcnet, example: 2, step: 4 }), [["NOC", "2026-02-13T10:15:00.000Z"]]);
    assert.deepEqual(awaited({ ...ihostinger, example: 2, step: 8 }), [["Cấp trên", "2026-03-12T17:00:00.000Z"]]);
    assert.deepEqual(awaited({ ...dcnet, example: 2, step: 9 }), [["Khách hàng", "2026-02-27T17:00:00.000Z"]]);
  });

  test("nobody, where it is one's own turn", () => {
    assert.deepEqual(awaited({ ...dcnet, who: "unit-member@noc Phong", example: 2, step: 4 }), []);
    assert.deepEqual(awaited({ ...vntt, example: 1, step: 3 }), []);
  });
});
