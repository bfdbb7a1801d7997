import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ComplaintEvent } from "../complaint/events/event.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { reactionsTo } from "./reactions-to.ts";

const edition = {
  channels: [
    { id: "email", type: "email" },
    { id: "phone", type: "phone" },
  ],
  papers: [
    { id: "letter", signedBy: ["shift-lead", "approver"] },
    { id: "minutes", signedBy: ["customer", "clerk"] },
    { id: "slip", signedBy: ["unit-member"] },
  ],
  clocks: [{ id: "reply", owner: "cskh", onBreach: [{ notify: "superior" }, { mark: "priority" }] }],
} as unknown as Edition;

const complaint = {
  imported: false,
  ownerId: "lan",
  unit: "cskh",
  papers: [],
  clocks: [
    { clockId: "soon", status: "running", breachedAt: null, dueAt: "2026-03-02T00:00:00.000Z" },
    { clockId: "later", status: "running", breachedAt: null, dueAt: "2026-03-20T00:00:00.000Z" },
  ],
} as unknown as Complaint;

const at = "2026-03-01T02:00:00.000Z";

function happened(type: string, data: object, change: object = {}): ComplaintEvent {
  const actor = { kind: "person", personId: "lan" };
  return { type, data, sequence: 7, occurredAt: at, recordedAt: at, actor, ...change } as unknown as ComplaintEvent;
}

function leaving(event: ComplaintEvent, change: Partial<Complaint> = {}) {
  const items = reactionsTo({
    complaintId: "c1",
    events: [event],
    complaint: { ...complaint, ...change } as Complaint,
    edition,
  });
  return items.map(({ outboxId, audience, recipient, urgency }) => [outboxId, audience, recipient, urgency]);
}

const reply = { replyId: "r1", channel: "email" };

describe("reactionsTo", () => {
  it("sends a reply by e-mail, and nothing that is said on the telephone", () => {
    assert.deepEqual(leaving(happened("ReplyGiven", reply)), [["c1.7.0.customer-message", "customer", null, "now"]]);
    assert.deepEqual(leaving(happened("ReplyGiven", { ...reply, channel: "phone" })), []);
  });

  it("sends nothing outside for what is typed in late", () => {
    assert.deepEqual(leaving(happened("ReplyGiven", reply, { occurredAt: "2026-03-01T01:54:59.000Z" })), []);
    assert.equal(leaving(happened("ReplyGiven", reply, { occurredAt: "2026-03-01T01:55:00.000Z" })).length, 1);
  });

  it("acknowledges what comes in by e-mail, unless it is imported; a person may still write to that customer", () => {
    const registered = happened("ComplaintRegistered", { channel: "email" });
    assert.deepEqual(leaving(registered), [["c1.7.0.acknowledgement", "customer", null, "now"]]);
    assert.deepEqual(leaving(registered, { imported: true }), []);
    assert.equal(leaving(happened("ReplyGiven", reply), { imported: true }).length, 1);
  });

  it("warns at once of the clock that ends first, and of others in the shift's digest", () => {
    const warned = (clockId: string) => happened("ClockWarned", { clockId, rule: "reply", warning: 1, dueAt: at });
    assert.deepEqual(leaving(warned("soon")), [["c1.7.0.clock-warned", "clock-owner", "cskh", "now"]]);
    assert.deepEqual(leaving(warned("later")), [["c1.7.0.clock-warned", "clock-owner", "cskh", "digest"]]);
  });

  it("tells the owner of a broken promise, and whom the procedure names, though it is recorded days later", () => {
    const breached = happened(
      "ClockBreached",
      { clockId: "soon", rule: "reply", dueAt: at },
      { recordedAt: "2026-03-09T00:00:00.000Z" },
    );
    assert.deepEqual(leaving(breached), [
      ["c1.7.0.clock-breached", "clock-owner", "cskh", "now"],
      ["c1.7.1.clock-breached", "clock-owner", "superior", "now"],
    ]);
  });

  it("mails a link to answer by with a request by e-mail only, and not for one that was typed in late", () => {
    const asked = { coordinationId: "ask-1", unit: "network", via: "email", question: "?", information: {} };
    assert.deepEqual(leaving(happened("CoordinationRequested", asked)), [
      ["c1.7.0.answer-link", "link", null, "now"],
      ["c1.7.1.coordination-asked", "unit", "network", "now"],
    ]);
    const inside = [["c1.7.0.coordination-asked", "unit", "network", "now"]];
    assert.deepEqual(leaving(happened("CoordinationRequested", { ...asked, via: "phone" })), inside);
    const yesterday = { occurredAt: "2026-02-28T02:00:00.000Z" };
    assert.deepEqual(leaving(happened("CoordinationRequested", asked, yesterday)), inside);
  });

  it("tells nobody of their own doing", () => {
    const assigned = { personId: "lan", unit: "cskh", previousPersonId: null, handedOver: false };
    assert.deepEqual(leaving(happened("ComplaintAssigned", assigned)), []);
    assert.equal(leaving(happened("ComplaintAssigned", { ...assigned, personId: "hai" })).length, 1);
    assert.deepEqual(leaving(happened("NoteWritten", { noteId: "n", mentions: ["lan", "hai"] })), [
      ["c1.7.0.mentioned", "person", "hai", "now"],
    ]);
  });

  const told = (event: ComplaintEvent, change: Partial<Complaint> = {}) =>
    reactionsTo({ complaintId: "c1", events: [event], complaint: { ...complaint, ...change } as Complaint, edition })
      .filter(({ audience }) => audience !== "customer")
      .map(({ kind, audience, recipient, content }) => [kind, audience, recipient, content]);
  const byCustomer = { actor: { kind: "customer" } };
  const byBoard = { actor: { kind: "person", personId: "quan" } };
  const NEWS: [type: string, data: object, kind: string][] = [
    ["InformationReceived", {}, "customer-informed"],
    ["VerdictRecorded", { accepts: "yes" }, "customer-accepts"],
    ["VerdictRecorded", { accepts: "no" }, "customer-accepts-not"],
    ["ComplaintWithdrawn", {}, "customer-withdrew"],
    ["InvitationAnswered", { comes: true }, "customer-comes"],
    ["InvitationAnswered", { comes: false }, "customer-comes-not"],
    ["LevelEscalated", { byBreach: false }, "customer-goes-on"],
    ["RoundStarted", {}, "customer-goes-on"],
    ["NegotiationAsked", {}, "negotiation-asked"],
    ["PaperSigned", { by: "customer" }, "customer-signed"],
  ];
  for (const [type, data, kind] of NEWS) {
    it(`tells the owner what the customer did: ${type} ${JSON.stringify(data)}`, () => {
      assert.deepEqual(told(happened(type, data, byCustomer)), [[kind, "person", "lan", {}]]);
    });
  }

  const DECISIONS: [type: string, data: object, kind: string][] = [
    ["ResolutionApproved", {}, "decision-approved"],
    ["ResolutionSentBack", {}, "decision-sent-back"],
    ["RemedyApproved", { approved: true }, "decision-approved"],
    ["RemedyApproved", { approved: false }, "decision-sent-back"],
    ["DirectionGiven", {}, "direction-given"],
    ["PaperChecked", {}, "paper-checked"],
    ["PaperSigned", { by: "approver" }, "paper-signed"],
    ["TermExtended", {}, "term-extended"],
    ["VerdictRecorded", { accepts: "silent" }, "customer-silent"],
  ];
  for (const [type, data, kind] of DECISIONS) {
    it(`tells the owner what was decided, and not who decided it: ${type} ${JSON.stringify(data)}`, () => {
      assert.deepEqual(told(happened(type, data, byBoard)), [[kind, "person", "lan", { by: "quan" }]]);
      assert.deepEqual(told(happened(type, data)), []);
    });
  }

  it("tells the owner that a unit answered and mended; without an owner, their unit", () => {
    const of = { coordinationId: "ask-1" };
    assert.deepEqual(told(happened("CoordinationAnswered", of, byBoard)), [
      ["coordination-answered", "person", "lan", { ...of, by: "quan" }],
    ]);
    assert.deepEqual(told(happened("CorrectiveActionCompleted", { actionId: "a" }, byBoard), { ownerId: null }), [
      ["action-completed", "unit", "cskh", { actionId: "a", by: "quan" }],
    ]);
    assert.deepEqual(told(happened("CoordinationAnswered", of)), []);
  });

  const paperOf = (paper: string, signatures: string[] = []): Partial<Complaint> => ({
    papers: [{ paperId: "p-1", paper, kind: "reply-letter", status: "drafted", signatures }],
  });
  const drafted = (data: object = {}, change: object = {}) =>
    happened("PaperDrafted", { paperId: "p-1", ...data }, change);

  it("tells whoever must sign next, in the pack's order, and says whose doing it was, who is left out", () => {
    const asked = (who: string, by: string) => ["signature-asked", "role", who, { paperId: "p-1", by }];
    assert.deepEqual(told(drafted(), paperOf("letter")), [asked("shift-lead", "lan")]);
    const checked = happened("PaperChecked", { paperId: "p-1" }, byBoard);
    assert.deepEqual(told(checked, paperOf("letter"))[1], asked("shift-lead", "quan"));
    const signed = happened("PaperSigned", { paperId: "p-1", by: "shift-lead" }, byBoard);
    assert.deepEqual(told(signed, paperOf("letter", ["shift-lead"]))[1], asked("approver", "quan"));
  });

  it("tells nobody of a paper that all have signed, that nobody signs, or that is issued", () => {
    const issued = { papers: paperOf("letter").papers?.map((each) => ({ ...each, status: "issued" as const })) ?? [] };
    assert.deepEqual(told(drafted(), issued), []);
    assert.deepEqual(told(drafted(), paperOf("letter", ["shift-lead", "approver"])), []);
    assert.deepEqual(told(drafted(), paperOf("unsigned")), []);
  });

  it("asks for a clerk's signature whoever is in charge, unless they drafted it, and for a unit's the units asked", () => {
    const asked = { paperId: "p-1", by: "quan" };
    const minutes = paperOf("minutes");
    assert.deepEqual(told(drafted({}, byBoard), minutes), [["signature-asked", "person", "lan", asked]]);
    assert.deepEqual(told(drafted(), minutes), []);
    assert.deepEqual(told(drafted({}, byBoard), { ...minutes, ownerId: null }), [
      ["signature-asked", "unit", "cskh", asked],
    ]);
    const coordinations = [{ unit: "network" }, { unit: "network" }] as unknown as Complaint["coordinations"];
    assert.deepEqual(told(drafted({}, byBoard), { ...paperOf("slip"), coordinations }), [
      ["signature-asked", "unit", "network", asked],
    ]);
  });
});
