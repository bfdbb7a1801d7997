import assert from "node:assert/strict";
import { test } from "node:test";
import { at, board, customer, did, director, document, given, lan, registered } from "../../../tests/support/given.ts";
import { smallEdition } from "../../../tests/support/small-edition.ts";

const drafted = did("PaperDrafted", { paperId: "paper-1", paper: "letter", kind: "reply-letter" });
const checked = did("PaperChecked", { paperId: "paper-1" });
const signed = did("PaperSigned", { paperId: "paper-1", by: "approver" });
const issued = did("PaperIssued", { paperId: "paper-1", paper: "letter", kind: "reply-letter" });
const owed = did("PaperOwed", { owedId: "owed-1", duty: "receipt", anyOf: ["receipt", "minutes"] });

test("is drafted, checked, signed and issued", () => {
  given(registered(), at("work"))
    .when("draft-paper", { paper: "letter", content: "Kính gửi" })
    .expectFacts(["PaperDrafted", { paperId: "new-1", paper: "letter", kind: "reply-letter", content: "Kính gửi" }]);
  given(registered(), at("work"), drafted)
    .by(director)
    .when("check-paper", { paperId: "paper-1" })
    .expectFacts(["PaperChecked", { paperId: "paper-1" }]);
  given(registered(), at("work"), drafted, checked)
    .by(director)
    .when("sign-paper", { paperId: "paper-1", by: "approver", signer: "Trần An" })
    .expectFacts(["PaperSigned", { paperId: "paper-1", by: "approver", signer: "Trần An" }]);
  given(registered(), at("work"), drafted, checked, signed)
    .when("issue-paper", { paperId: "paper-1", channel: "email", letterNumber: "07/2026" })
    .expectFacts([
      "PaperIssued",
      {
        paperId: "paper-1",
        paper: "letter",
        kind: "reply-letter",
        settles: [],
        register: "outgoing",
        letterNumber: "07/2026",
        channel: "email",
      },
    ]);
});

test("a paper made outside is issued at once, and settles what was owed", () => {
  const then = given(registered(), at("work"), owed).when(
    "issue-paper",
    { paper: "minutes", signers: "Lê Hoa; Trần An, Giám đốc" },
    { attachments: [document()] },
  );
  then.expectFacts([
    "PaperIssued",
    {
      paperId: "new-1",
      paper: "minutes",
      kind: "settlement-minutes",
      settles: ["owed-1"],
      attachment: document(),
      signedOnPaper: true,
      signers: "Lê Hoa; Trần An, Giám đốc",
    },
  ]);
  assert.equal(then.complaint.papersOwed[0]?.issuedAs, "new-1");
});

test("a paper that settles only under a guard settles nothing while the guard does not hold", () => {
  const duty = smallEdition.paperDuties.find(({ id }) => id === "receipt");
  assert.ok(duty);
  const ofAgreement: typeof duty = {
    ...duty,
    anyOf: ["receipt", { paper: "minutes", when: { fact: "verdict", in: ["accepted"] } }],
  };
  const edition = { ...smallEdition, paperDuties: [ofAgreement] };
  const agreed = did("VerdictRecorded", {
    verdictId: "v-1",
    accepts: "yes",
    satisfied: "yes",
    channel: "counter",
    attachments: [],
    round: 1,
  });
  const settled = (...facts: Parameters<typeof given>) =>
    given(registered(), at("work"), owed, ...facts).when(
      "issue-paper",
      { paper: "minutes" },
      { attachments: [document()] },
      { edition },
    ).complaint.papersOwed[0]?.issuedAs;
  assert.equal(settled(), null);
  assert.equal(settled(agreed), "new-1");
});

test("none is drafted or issued empty, unless the pack says that it was told otherwise", () => {
  const start = () => given(registered(), at("work"));
  start().when("draft-paper", { paper: "letter" }).expectRefused("paper-empty", "content");
  start()
    .when("draft-paper", { paper: "letter" }, { attachments: [document()] })
    .expectFacts(["PaperDrafted", { paperId: "new-1", paper: "letter", kind: "reply-letter", attachment: document() }]);
  const refusal = start().when("issue-paper", { paper: "minutes" }).expectRefused("paper-empty", "attachments").refusal;
  assert.equal(refusal.vi, "«Biên bản» chưa có nội dung: kèm tệp văn bản, hoặc soạn nội dung trước.");
  const papers = smallEdition.papers.map((each) => (each.id === "minutes" ? { ...each, needsDocument: false } : each));
  start()
    .when("issue-paper", { paper: "minutes" }, {}, { edition: { ...smallEdition, papers } })
    .expectFacts(["PaperIssued", { paperId: "new-1", paper: "minutes", kind: "settlement-minutes", settles: [] }]);
});

test("issuing is refused before the signature that the pack wants, and twice", () => {
  const unsigned = given(registered(), at("work"), drafted)
    .when("issue-paper", { paperId: "paper-1" })
    .expectRefused("paper-not-ready").refusal;
  assert.equal(unsigned.vi, "Văn bản chưa sẵn sàng cho việc này: còn thiếu chữ ký của Người duyệt.");
  assert.equal(unsigned.en, "The paper is not ready for this: not signed yet by Approver.");
  const another = did("PaperDrafted", { paperId: "paper-2", paper: "letter", kind: "reply-letter" });
  const checkedTwice = given(registered(), at("work"), drafted, checked, another)
    .by(director)
    .when("check-paper", { paperId: "paper-1" })
    .expectRefused("paper-not-ready", "paperId").refusal;
  assert.equal(checkedTwice.vi, "Văn bản chưa sẵn sàng cho việc này: cần văn bản mới soạn.");
  assert.equal(checkedTwice.en, "The paper is not ready for this: it must be one that is just drafted.");
  given(registered(), at("work"), drafted, signed, issued)
    .when("issue-paper", { paperId: "paper-1" })
    .expectRefused("already-done", "paperId");
});

test("is refused for a paper that the pack or the file does not have", () => {
  given(registered(), at("work")).when("draft-paper", { paper: "poem" }).expectRefused("unknown-paper", "paper");
  given(registered(), at("work")).when("issue-paper", { paper: "poem" }).expectRefused("unknown-paper", "paper");
  given(registered(), at("work")).when("issue-paper", {}).expectRefused("field-missing", "paper");
  given(registered(), at("work")).when("issue-paper", { paperId: "paper-9" }).expectRefused("unknown-item", "paperId");
});

test("checking and signing are refused without a draft, for another, and out of turn", () => {
  given(registered(), at("work"))
    .by(director)
    .when("check-paper", { paperId: "paper-1" })
    .expectRefused("unknown-item");
  given(registered(), at("work"))
    .by(director)
    .when("sign-paper", { paperId: "paper-1", by: "x" })
    .expectRefused("unknown-item");
  given(registered(), at("work"), drafted)
    .by(director)
    .when("check-paper", { paperId: "paper-9" })
    .expectRefused("unknown-item", "paperId");
  const second = did("PaperDrafted", { paperId: "paper-2", paper: "letter", kind: "reply-letter" });
  given(registered(), at("work"), drafted, checked, second)
    .by(director)
    .when("check-paper", { paperId: "paper-1" })
    .expectRefused("paper-not-ready", "paperId");
  given(registered(), at("work"), drafted, signed, issued, second)
    .by(director)
    .when("sign-paper", { paperId: "paper-1", by: "approver" })
    .expectRefused("paper-not-ready", "paperId");
});

const picture = { attachmentId: "picture", name: "chu-ky.png", type: "image/png", bytes: 5, sha256: "c".repeat(64) };

test("the customer signs on a screen what is theirs to sign, and for nobody else", () => {
  const minutes = did("PaperDrafted", { paperId: "paper-2", paper: "minutes", kind: "settlement-minutes" });
  const edition = {
    ...smallEdition,
    papers: smallEdition.papers.map((each) =>
      each.id === "minutes" ? { ...each, signedBy: ["customer" as const, "clerk" as const] } : each,
    ),
  };
  const signature = { ...picture, sha256: "b".repeat(64) };
  const hashes = { signedOn: "screen", documentSha256: "a".repeat(64), signatureSha256: "b".repeat(64) };
  const sign = (data: object, attachments = [signature]) =>
    given(registered(), at("work"), drafted, minutes)
      .by(customer)
      .when(
        "sign-paper",
        { by: "customer", signer: "Nguyễn Thị Hoa", ...hashes, ...data },
        { attachments },
        { edition },
      );
  sign({ paperId: "paper-2" }).expectFacts(
    ["AttachmentAdded", { attachment: signature }],
    ["PaperSigned", { paperId: "paper-2", by: "customer", signer: "Nguyễn Thị Hoa", ...hashes }],
  );
  sign({ paperId: "paper-2" }, []).expectRefused("signature-missing", "signatureSha256");
  sign({ paperId: "paper-2", signedOn: undefined }).expectRefused("signature-missing", "signatureSha256");
  sign({ paperId: "paper-2", by: "clerk" }).expectRefused("signature-not-wanted", "by");
  sign({ paperId: "paper-1" }).expectRefused("signature-not-wanted", "by");
  given(registered(), at("work"), drafted)
    .by(customer)
    .when("sign-paper", { paperId: "paper-1", by: "customer" })
    .expectRefused("already-done", "by");
});

test("what is signed on paper comes with its scan, and what is signed on the screen with the signature", () => {
  const sign = (data: object, command: object = {}) =>
    given(registered(), at("work"), drafted)
      .by(director)
      .when("sign-paper", { paperId: "paper-1", by: "approver", ...data }, command);
  sign({ signedOn: "paper" }).expectRefused("scan-missing", "attachments");
  sign({ signedOn: "screen" }).expectRefused("signature-missing", "signatureSha256");
  // A hash alone is no picture, and neither is any document that came along.
  sign({ signedOn: "screen", signatureSha256: picture.sha256 }).expectRefused("signature-missing", "signatureSha256");
  const pdf = { ...picture, type: "application/pdf" };
  sign({ signedOn: "screen", signatureSha256: pdf.sha256 }, { attachments: [pdf] }).expectRefused("signature-missing");
  sign({ signedOn: "screen", signatureSha256: "d".repeat(64) }, { attachments: [picture] }).expectRefused(
    "signature-missing",
  );
  sign({ signedOn: "screen", signatureSha256: picture.sha256 }, { attachments: [picture] }).expectFacts(
    ["AttachmentAdded", { attachment: picture }],
    ["PaperSigned", { paperId: "paper-1", by: "approver", signedOn: "screen", signatureSha256: "c".repeat(64) }],
  );
  const scan = { attachmentId: "scan", name: "da-ky.pdf", type: "application/pdf", bytes: 5, sha256: "c".repeat(64) };
  sign({ signedOn: "paper" }, { attachments: [scan] }).expectFacts(
    ["AttachmentAdded", { attachment: scan }],
    ["PaperSigned", { paperId: "paper-1", by: "approver", signedOn: "paper" }],
  );
});

test("for a colleague nobody signs: only the scan of what they signed on paper stands for them", () => {
  const moves = smallEdition.anywhere.map((move) =>
    move.verb === "sign-paper" ? { ...move, by: [...move.by, "clerk" as const, "board" as const] } : move,
  );
  const edition = { ...smallEdition, anywhere: moves };
  const byClerk = (data: object, command: object = {}) =>
    given(registered(), at("work"), drafted)
      .by(lan)
      .when("sign-paper", { paperId: "paper-1", by: "approver", signer: "Tổng Giám đốc", ...data }, command, {
        edition,
      });
  const drawn = { signedOn: "screen", signatureSha256: picture.sha256 };
  const refusal = byClerk({}).expectRefused("not-own-signature", "signedOn").refusal;
  assert.equal(refusal.vi, "Không ký thay được: chữ ký của Người duyệt chỉ nhập từ bản giấy đã ký, kèm bản quét.");
  byClerk(drawn, { attachments: [picture] }).expectRefused("not-own-signature", "signedOn");
  byClerk({ signedOn: "paper" }).expectRefused("scan-missing", "attachments");
  byClerk({ signedOn: "paper", signer: undefined }, { attachments: [document()] }).expectRefused("field-missing");
  byClerk({ signedOn: "paper" }, { attachments: [document()] }).expectFacts(
    ["AttachmentAdded", { attachment: document() }],
    ["PaperSigned", { paperId: "paper-1", by: "approver", signer: "Tổng Giám đốc", signedOn: "paper" }],
  );
  // A paper for which the pack names nobody opens no other way.
  const minutes = did("PaperDrafted", { paperId: "paper-2", paper: "minutes", kind: "settlement-minutes" });
  given(registered(), at("work"), minutes)
    .by(board)
    .when("sign-paper", { paperId: "paper-2", by: "approver", signer: "Tổng Giám đốc" }, {}, { edition })
    .expectRefused("not-own-signature", "signedOn");
});

test("at the counter the customer signs on the clerk's screen, with the picture, or on paper, with the scan", () => {
  const minutes = did("PaperDrafted", { paperId: "paper-2", paper: "minutes", kind: "settlement-minutes" });
  const sign = (data: object, command: object = {}) =>
    given(registered(), at("work"), minutes)
      .by(director)
      .when("sign-paper", { paperId: "paper-2", by: "customer", ...data }, command);
  sign({}).expectRefused("signature-missing", "signatureSha256");
  const drawn = { signedOn: "screen", signatureSha256: picture.sha256 };
  sign(drawn).expectRefused("signature-missing", "signatureSha256");
  sign(drawn, { attachments: [picture] }).expectFacts(
    ["AttachmentAdded", { attachment: picture }],
    ["PaperSigned", { paperId: "paper-2", by: "customer", ...drawn }],
  );
  sign({ signedOn: "paper" }).expectRefused("scan-missing", "attachments");
  sign({ signedOn: "paper" }, { attachments: [document()] }).expectFacts(
    ["AttachmentAdded", { attachment: document() }],
    ["PaperSigned", { paperId: "paper-2", by: "customer", signedOn: "paper" }],
  );
});

test("each signs once", () => {
  given(registered(), at("work"), drafted, signed)
    .by(director)
    .when("sign-paper", { paperId: "paper-1", by: "approver" })
    .expectRefused("already-done", "by");
});

test("is signed by whom the pack names, and who writes down another's signature says whose", () => {
  given(registered(), at("work"), drafted)
    .by(director)
    .when("sign-paper", { paperId: "paper-1", by: "board" })
    .expectRefused("signature-not-wanted", "by");
});

test("one that the program makes is signed and issued at once by who signs it, and by nobody else", () => {
  const made = { makesDocument: true as const, attachments: [document()] };
  const edition = {
    ...smallEdition,
    papers: smallEdition.papers.map((each) => ({ ...each, signedBy: each.id === "receipt" ? ["clerk" as const] : [] })),
  };
  given(registered(), at("work"))
    .when("issue-paper", { paper: "receipt", letterNumber: "1/2026" }, made, { edition })
    .expectFacts(
      ["PaperDrafted", { paperId: "new-1", paper: "receipt", kind: "receipt" }],
      ["PaperSigned", { paperId: "new-1", by: "clerk" }],
      [
        "PaperIssued",
        {
          paperId: "new-1",
          paper: "receipt",
          kind: "receipt",
          settles: [],
          letterNumber: "1/2026",
          attachment: document(),
        },
      ],
    );
  const byBoard = { ...edition, papers: edition.papers.map((each) => ({ ...each, signedBy: ["board" as const] })) };
  given(registered(), at("work"))
    .when("issue-paper", { paper: "receipt" }, made, { edition: byBoard })
    .expectRefused("paper-not-ready");
});
