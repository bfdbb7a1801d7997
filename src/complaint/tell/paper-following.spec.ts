import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor } from "../context.ts";
import { at, did, director, document, given, registered } from "../../../tests/support/given.ts";

const first = did("PaperIssued", { paperId: "paper-1", paper: "letter", kind: "reply-letter", letterNumber: "3/2026" });
const signed = did("PaperSigned", { paperId: "paper-2", by: "approver" });
type Deputy = Extract<Actor, { kind: "person" }>;
const headOffice = { role: "approver", unit: "office" } as const;
const follows = { paperId: "paper-1", as: "replacement" as const };

test("a paper with wrong content is replaced, one with a wrong form is corrected: the first stays, and both know of each other", () => {
  const then = given(registered(), at("work"), first).when("draft-paper", {
    paper: "letter",
    content: "Kính gửi",
    replaces: "paper-1",
  });
  then.expectFacts([
    "PaperDrafted",
    { paperId: "new-1", paper: "letter", kind: "reply-letter", content: "Kính gửi", follows },
  ]);
  const drafted = did("PaperDrafted", { paperId: "paper-2", paper: "letter", kind: "reply-letter", follows });
  const issued = given(registered(), at("work"), first, drafted, signed).when("issue-paper", {
    paperId: "paper-2",
    letterNumber: "9/2026",
  });
  assert.deepEqual(
    issued.complaint.papers.map((each) => [each.paperId, each.letterNumber, each.follows, each.followedBy]),
    [
      ["paper-1", "3/2026", undefined, { paperId: "paper-2", as: "replacement" }],
      ["paper-2", "9/2026", { paperId: "paper-1", as: "replacement" }, undefined],
    ],
  );
  given(registered(), at("work"), first)
    .when("issue-paper", { paper: "letter", corrects: "paper-1" }, { attachments: [document()] })
    .expectFacts([
      "PaperIssued",
      {
        paperId: "new-1",
        paper: "letter",
        kind: "reply-letter",
        settles: [],
        register: "outgoing",
        attachment: document(),
        follows: { paperId: "paper-1", as: "correction" },
        signedOnPaper: true,
      },
    ]);
});

test("what a replaced paper settled stays settled", () => {
  const owed = did("PaperOwed", { owedId: "owed-1", duty: "letter", anyOf: ["letter"] });
  const { complaint } = given(registered(), at("work"), owed, first).when(
    "issue-paper",
    { paper: "letter", replaces: "paper-1" },
    { attachments: [document()] },
  );
  assert.deepEqual(
    complaint.papersOwed.map(({ owedId, issuedAs }) => [owedId, issuedAs]),
    [["owed-1", "paper-1"]],
  );
});

test("only an issued paper of the same name is followed, once, and in one way", () => {
  const draft = (data: object, ...more: Parameters<typeof given>) =>
    given(registered(), at("work"), first, ...more).when("draft-paper", { content: "Kính gửi", ...data });
  draft({ paper: "minutes", replaces: "paper-1" }).expectRefused("unknown-item", "replaces");
  draft({ paper: "letter", corrects: "paper-7" }).expectRefused("unknown-item", "corrects");
  draft({ paper: "letter", replaces: "paper-1", corrects: "paper-1" }).expectRefused(
    "replaces-or-corrects",
    "corrects",
  );
  const second = did("PaperIssued", { paperId: "paper-2", paper: "letter", kind: "reply-letter", follows });
  draft({ paper: "letter", replaces: "paper-1" }, second).expectRefused("already-done", "replaces");
  // Two drafts may wait; the second one to leave has nothing to follow any more.
  const other = did("PaperDrafted", { paperId: "paper-3", paper: "letter", kind: "reply-letter", follows });
  const signedToo = did("PaperSigned", { paperId: "paper-3", by: "approver" });
  given(registered(), at("work"), first, other, signedToo, second)
    .when("issue-paper", { paperId: "paper-3" })
    .expectRefused("already-done", "paperId");
});

test("a scan is laid to its issued paper, and to no draft", () => {
  const { complaint } = given(registered(), at("work"), first).when(
    "attach",
    { scanOf: "paper-1" },
    { attachments: [document()] },
  );
  assert.deepEqual(complaint.papers[0]?.scans, [document().attachmentId]);
  const drafted = did("PaperDrafted", { paperId: "paper-2", paper: "letter", kind: "reply-letter", content: "…" });
  given(registered(), at("work"), drafted)
    .when("attach", { scanOf: "paper-2" }, { attachments: [document()] })
    .expectRefused("unknown-item", "scanOf");
});

test("a deputy signs in place of the post, or as was said when they were named", () => {
  const drafted = did("PaperDrafted", { paperId: "paper-1", paper: "letter", kind: "reply-letter" });
  const deputy: Deputy = { kind: "person", personId: "pho", roles: [headOffice], deputyFor: "director" };
  const sign = (actor: Actor) =>
    given(registered(), at("work"), drafted).by(actor).when("sign-paper", { paperId: "paper-1", by: "approver" });
  sign(deputy).expectFacts(["PaperSigned", { paperId: "paper-1", by: "approver", delegation: { as: "KT" } }]);
  const authorised = { as: "TUQ" as const, post: "Trưởng phòng Hành chính" };
  sign({ ...deputy, signsAs: authorised }).expectFacts([
    "PaperSigned",
    { paperId: "paper-1", by: "approver", delegation: authorised },
  ]);
  sign(director).expectFacts(["PaperSigned", { paperId: "paper-1", by: "approver" }]);
});
