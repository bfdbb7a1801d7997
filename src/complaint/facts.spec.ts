import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fact, Guard } from "../procedure/pure/edition/guard.ts";
import { answerAccepted, answered, asked, replied } from "../../tests/support/facts.ts";
import { at, did, given, lan, lived, march, registered, registers } from "../../tests/support/given.ts";
import type { NewEvent } from "./events/event.ts";
import { holds } from "./facts.ts";

const noon = march(2, "12:00");

function isTrue(guard: Guard, facts: NewEvent[], now = noon): boolean {
  const { complaint } = given(...facts);
  assert.ok(complaint);
  return holds(guard, complaint, now);
}

const foundAnew = did("FindingRecorded", {
  findingId: "f",
  cause: "?",
  rootCause: "provider",
  needsOnSite: false,
  filled: {},
  attachments: [],
});
const begun = [registered(), at("work")];
const promised = replied({ promises: [{ promiseId: "word-1", text: "Thay modem", dueOn: "2026-03-05" }] });
const verdict = (accepts: "yes" | "no" | "silent", satisfied: "yes" | "no" | "unknown", round = 1) =>
  did("VerdictRecorded", { verdictId: "v", accepts, satisfied, attachments: [], round });
const barred = {
  rule: "r",
  eventOn: "2025-11-03",
  lastOn: "2026-02-02",
  barred: true,
  lateness: "refuse",
  calendarVersion: "v",
} as const;
const agreed = (needsApproval: boolean) =>
  did("RemedyAgreed", { remedyId: "pay-1", type: "refund", amount: 1, reason: "?", needsApproval });
const guided = did("CustomerGuided", { steps: "?", channel: "phone", appointmentId: "visit-1" });
const ordered = did("CorrectiveActionOrdered", { actionId: "act-1", unit: "network", action: "?" });
const done = did("CorrectiveActionCompleted", { actionId: "act-1", result: "?" });

/** A fact, what makes it hold, and what does not. */
const rows: [fact: Fact, holding: NewEvent[], otherwise: NewEvent[]][] = [
  [{ fact: "kind", in: ["fault"] }, begun, [registered({ classification: null }), at("work")]],
  [{ fact: "nature", in: ["incident"] }, begun, [registered({ classification: null })]],
  [{ fact: "register", in: ["book"] }, begun, [registered({ classification: null })]],
  [{ fact: "service", in: ["internet"] }, begun, [registered({ classification: null })]],
  [
    { fact: "customer-class", in: ["key-account"] },
    [registered({ customer: { customerClass: "key-account" } })],
    begun,
  ],
  [{ fact: "channel", in: ["phone"] }, begun, [registered({ channel: "email", channelType: "email" })]],
  [{ fact: "channel-type", in: ["phone"] }, begun, [registered({ channel: "email", channelType: "email" })]],
  [{ fact: "consumer", is: true }, begun, [registered({ classification: null, customer: { consumer: false } })]],
  [{ fact: "regulated-service", is: true }, begun, [registered({ classification: null })]],
  [{ fact: "mark", has: "vulnerable" }, [registered({ vulnerable: true })], begun],
  [{ fact: "stage", in: ["work"] }, begun, [registered(), at("intake")]],
  [{ fact: "level", atLeast: 2 }, [registered(), at("work", { level: 2 })], begun],
  [{ fact: "level", atMost: 1 }, begun, [registered(), at("work", { level: 2 })]],
  [{ fact: "round", atLeast: 2 }, [...begun, did("RoundStarted", { round: 2, reason: "?" })], begun],
  [{ fact: "complete", is: true }, begun, [registered({ missing: ["phone"] })]],
  [{ fact: "time-barred", is: true }, [registered({ timeBar: barred })], begun],
  [
    { fact: "acknowledged", is: true },
    [
      ...begun,
      did("ReceiptAcknowledged", { acknowledgementId: "a", channel: "phone", written: false, automatic: true }),
    ],
    begun,
  ],
  [
    { fact: "accepted", is: true },
    [...begun, did("ComplaintAccepted", { noticeId: "n", channel: "email", written: true })],
    begun,
  ],
  [
    { fact: "refused", is: true },
    [
      ...begun,
      did("ComplaintRefused", {
        noticeId: "n",
        reason: "?",
        basis: "?",
        channel: "email",
        written: true,
        message: "?",
        round: 1,
      }),
    ],
    begun,
  ],
  [{ fact: "replied", is: true }, [...begun, replied()], begun],
  [{ fact: "replied", is: true, final: false }, [...begun, replied({ final: false })], [...begun, replied()]],
  [{ fact: "replied", is: true, written: true }, [...begun, replied({ written: true })], [...begun, replied()]],
  // A reply of the first round is no reply of the second; one that came back is none at all.
  [
    { fact: "replied", is: false },
    [...begun, replied(), did("RoundStarted", { round: 2, reason: "?" })],
    [...begun, replied()],
  ],
  [
    { fact: "replied", is: false },
    [...begun, replied(), did("DispatchRecorded", { of: "reply-1", outcome: "bounced", channel: "email" })],
    [...begun, replied()],
  ],
  [{ fact: "verdict", in: ["none"] }, begun, [...begun, verdict("yes", "yes")]],
  [{ fact: "verdict", in: ["accepted"] }, [...begun, verdict("yes", "no")], [...begun, verdict("no", "no")]],
  [
    { fact: "verdict", in: ["not-accepted"] },
    [...begun, verdict("no", "no")],
    [...begun, verdict("silent", "unknown")],
  ],
  [{ fact: "verdict", in: ["silent"] }, [...begun, verdict("silent", "unknown")], [...begun, verdict("yes", "yes")]],
  [{ fact: "satisfied", in: ["yes"] }, [...begun, verdict("yes", "yes")], [...begun, verdict("silent", "unknown")]],
  [
    { fact: "call-back", in: ["none"] },
    [...begun, guided],
    [...begun, guided, did("CustomerCalledBack", { appointmentId: "visit-1", outcome: "fixed" })],
  ],
  [
    { fact: "call-back", in: ["fixed"] },
    [...begun, guided, did("CustomerCalledBack", { appointmentId: "visit-1", outcome: "fixed" })],
    [...begun, guided],
  ],
  [
    { fact: "coordinations-open", is: true },
    [...begun, asked(), answered()],
    [...begun, asked(), answered(), answerAccepted()],
  ],
  [{ fact: "coordinations-accepted", is: true }, [...begun, asked(), answered(), answerAccepted()], begun],
  [
    { fact: "finding-recorded", is: true },
    [
      ...begun,
      did("FindingRecorded", {
        findingId: "f",
        cause: "?",
        rootCause: "provider",
        needsOnSite: false,
        filled: {},
        attachments: [],
      }),
    ],
    begun,
  ],
  [
    { fact: "root-cause", in: ["provider"] },
    [
      ...begun,
      did("FindingRecorded", {
        findingId: "f",
        cause: "?",
        rootCause: "provider",
        needsOnSite: false,
        filled: {},
        attachments: [],
      }),
    ],
    begun,
  ],
  [
    { fact: "handling-recorded", is: true },
    [...begun, did("HandlingRecorded", { handlingId: "h", method: "?", place: "core", fixed: true, attachments: [] })],
    begun,
  ],
  [
    { fact: "resolution", in: ["proposed"] },
    [...begun, did("ResolutionProposed", { resolutionId: "p", content: "?", round: 1 })],
    begun,
  ],
  [
    { fact: "resolution", in: ["none"] },
    begun,
    [...begun, did("ResolutionProposed", { resolutionId: "p", content: "?", round: 1 })],
  ],
  [
    { fact: "dossier-submitted", is: true },
    [...begun, did("DossierSubmitted", { dossierId: "d", to: "board", summary: "?", attachments: [] })],
    begun,
  ],
  [
    { fact: "direction-given", is: true },
    [
      ...begun,
      did("DossierSubmitted", { dossierId: "d", to: "board", summary: "?", attachments: [] }),
      did("DirectionGiven", { dossierId: "d", direction: "?" }),
    ],
    [...begun, did("DossierSubmitted", { dossierId: "d", to: "board", summary: "?", attachments: [] })],
  ],
  [
    { fact: "remedies-open", is: true },
    [...begun, agreed(false)],
    [...begun, agreed(false), did("RemedyCompleted", { remedyId: "pay-1" })],
  ],
  [{ fact: "remedy-awaiting-approval", is: true }, [...begun, agreed(true)], [...begun, agreed(false)]],
  [
    { fact: "promises-open", is: true },
    [...begun, promised],
    [...begun, promised, did("PromiseFulfilled", { promiseId: "word-1" })],
  ],
  [
    { fact: "papers-owed", is: true },
    [...begun, did("PaperOwed", { owedId: "o", duty: "receipt", anyOf: ["receipt"] })],
    begun,
  ],
  [
    { fact: "paper-issued", kind: "receipt", is: true },
    [...begun, did("PaperIssued", { paperId: "p", paper: "receipt", kind: "receipt" })],
    [...begun, did("PaperDrafted", { paperId: "p", paper: "receipt", kind: "receipt" })],
  ],
  [
    { fact: "meeting", in: ["signed"] },
    [
      ...begun,
      did("MeetingRecorded", { meetingId: "m", outcome: "signed", agreed: true, result: "?", attachments: [] }),
    ],
    begun,
  ],
  [
    { fact: "outside-remedies-told", is: true },
    [...begun, did("OutsideRemediesTold", { channel: "phone", remedies: ["Tòa án"] })],
    begun,
  ],
  [
    { fact: "outside-referral", is: true },
    [...begun, did("OutsideReferralRecorded", { to: "Tòa án", evidence: [] })],
    begun,
  ],
  [{ fact: "phase", in: ["closed", "archived"] }, [...begun, did("ComplaintClosed", { outcome: "answered" })], begun],
  [
    { fact: "watched", is: true },
    [
      ...begun,
      did("WatchBegun", { watchId: "w", until: "2026-03-09", reason: "?" }),
      did("WatchEnded", { watchId: "w", recurred: false }),
    ],
    [...begun, did("WatchBegun", { watchId: "w", until: "2026-03-09", reason: "?" })],
  ],
  [
    { fact: "finding-recorded", is: true, thisRound: true },
    [...begun, did("RoundStarted", { round: 2, reason: "?" }), foundAnew],
    [...begun, foundAnew, did("RoundStarted", { round: 2, reason: "?" })],
  ],
  [
    { fact: "finding-recorded", is: true, thisRound: true },
    [...begun, foundAnew],
    [...begun, foundAnew, did("ComplaintClosed", { outcome: "answered" }), did("ComplaintReopened", { reason: "?" })],
  ],
  [{ fact: "forwarded-by-authority", is: true }, [registered({ forwardedByAuthority: "Sở" })], begun],
  [{ fact: "negotiation", in: ["asked"] }, [...begun, did("NegotiationAsked", { channel: "phone" })], begun],
  [
    { fact: "withdrawn", is: true },
    [...begun, did("ComplaintWithdrawn", { reason: "?", channel: "phone", attachments: [] })],
    begun,
  ],
  [
    { fact: "watching", is: true },
    [...begun, did("WatchBegun", { watchId: "w", until: "2026-03-09", reason: "?" })],
    [
      ...begun,
      did("WatchBegun", { watchId: "w", until: "2026-03-09", reason: "?" }),
      did("WatchEnded", { watchId: "w", recurred: false }),
    ],
  ],
  [
    { fact: "corrective-actions-open", is: true },
    [...begun, ordered, done],
    [...begun, ordered, done, did("CorrectiveActionVerified", { actionId: "act-1", effective: true })],
  ],
  [{ fact: "corrective-action-ordered", is: true }, [...begun, ordered], begun],
  [{ fact: "lesson-recorded", is: true }, [...begun, did("LessonRecorded", { lessonId: "l", lesson: "?" })], begun],
  [
    { fact: "linked", as: "duplicate" },
    [...begun, did("ComplaintLinked", { linkId: "l", to: "KN-9", as: "duplicate" })],
    begun,
  ],
  [
    { fact: "contact-attempts", atLeast: 1 },
    [...begun, did("ContactAttempted", { attemptId: "a", channel: "phone", reached: false })],
    [...begun, did("ContactAttempted", { attemptId: "a", channel: "phone", reached: true })],
  ],
];

for (const [fact, holding, otherwise] of rows) {
  test(`fact ${JSON.stringify(fact)}`, () => {
    assert.equal(isTrue(fact, holding), true);
    assert.equal(isTrue(fact, otherwise), false);
  });
}

test("a clock has elapsed after its last moment, or when it ended late", () => {
  const fact: Fact = { fact: "clock-elapsed", clock: "reply" };
  const facts = lived(registers);
  // The last day is 04/03; its midnight is not in time any more.
  assert.equal(isTrue(fact, facts, march(4, "23:59")), false);
  assert.equal(isTrue(fact, facts, march(5, "00:00")), true);
  const late = lived(
    registers,
    [march(5, "08:00"), lan, "watch", { until: "2026-03-20", reason: "?" }],
    [march(5, "09:00"), lan, "reply", { content: "Xong" }],
  );
  assert.equal(isTrue(fact, late, march(5, "10:00")), true);
  assert.equal(isTrue({ fact: "clock-elapsed", clock: "level-2" }, facts), false);
});

test("a clock of hours has not elapsed at its last moment", () => {
  const facts = lived(
    registers,
    [march(2, "09:05"), lan, "watch", { until: "2026-03-20", reason: "?" }],
    [march(2, "10:00"), lan, "guide-customer", { steps: "?" }],
  );
  assert.equal(isTrue({ fact: "clock-elapsed", clock: "call-back" }, facts, march(2, "10:30")), false);
  assert.equal(isTrue({ fact: "clock-elapsed", clock: "call-back" }, facts, "2026-03-02T03:30:00.001Z"), true);
});

test("all, any and not", () => {
  const yes: Guard = { fact: "kind", in: ["fault"] };
  const no: Guard = { fact: "kind", in: ["charge"] };
  assert.equal(isTrue({ all: [yes, { not: no }] }, begun), true);
  assert.equal(isTrue({ all: [yes, no] }, begun), false);
  assert.equal(isTrue({ any: [no, yes] }, begun), true);
  assert.equal(isTrue({ any: [no, no] }, begun), false);
});

test("no guard always holds", () => {
  const { complaint } = given(...begun);
  assert.ok(complaint);
  assert.equal(holds(undefined, complaint, noon), true);
});
