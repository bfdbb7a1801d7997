import assert from "node:assert/strict";
import { test } from "node:test";
import type { Move } from "../procedure/pure/edition/stages.ts";
import { smallEdition } from "../../tests/support/small-edition.ts";
import { asked } from "../../tests/support/facts.ts";
import {
  at,
  customer,
  did,
  given,
  hung,
  lan,
  march,
  minh,
  person,
  registered,
  system,
} from "../../tests/support/given.ts";
import type { Actor } from "./context.ts";
import type { NewEvent } from "./events/event.ts";
import { chosenMove, matches, openMoves } from "./moves.ts";
import { isRefusal } from "./refusal.ts";

/** Whether somebody may make a move that is `by` these, at stage `work`. */
function may(actor: Actor, by: string[], facts: NewEvent[] = []): boolean {
  const move: Move = { verb: "note", by, source: "spec" };
  const edition = {
    ...smallEdition,
    anywhere: [],
    stages: smallEdition.stages.map((stage) => ({ ...stage, moves: [move] })),
  };
  const story = given(registered(), at("work"), ...facts).by(actor);
  assert.ok(story.complaint);
  return !isRefusal(openMoves("note", story.complaint, story.context({ edition })));
}

const owned = did("ComplaintAssigned", { personId: "lan", unit: "care", previousPersonId: null, handedOver: false });

test("a role, anywhere or in one unit", () => {
  assert.equal(may(lan, ["clerk"]), true);
  assert.equal(may(lan, ["clerk@care"]), true);
  assert.equal(may(lan, ["clerk@office"]), false);
  assert.equal(may(hung, ["clerk"]), false);
});

test("the owner, and who stands in for the owner", () => {
  const deputy: Actor = { kind: "person", personId: "minh", roles: [], deputyFor: "lan" };
  assert.equal(may(lan, ["owner"]), false);
  assert.equal(may(lan, ["owner"], [owned]), true);
  assert.equal(may(minh, ["owner"], [owned]), false);
  assert.equal(may(deputy, ["owner"], [owned]), true);
});

test("anybody of the unit in charge, or of a unit that was asked", () => {
  assert.equal(may(person("x", "records-clerk", "care"), ["owning-unit"]), true);
  assert.equal(may(hung, ["owning-unit"]), false);
  assert.equal(may(hung, ["asked-unit"]), false);
  assert.equal(may(hung, ["asked-unit"], [asked()]), true);
});

test("the customer and the system are nobody else", () => {
  assert.equal(may(customer, ["customer"]), true);
  assert.equal(may(customer, ["clerk", "system", "owner"]), false);
  assert.equal(may(system, ["system"]), true);
  assert.equal(may(system, ["clerk", "customer"]), false);
});

test("a value is matched alone or from a list", () => {
  assert.equal(matches({ outcome: "fixed" }, { outcome: "fixed", other: 1 }), true);
  assert.equal(matches({ outcome: ["fixed", "no-answer"] }, { outcome: "no-answer" }), true);
  assert.equal(matches({ outcome: "fixed", final: true }, { outcome: "fixed", final: false }), false);
  assert.equal(matches(undefined, {}), true);
});

function whyNot(actor: Actor, verb: Move["verb"], data: Record<string, unknown>, facts: NewEvent[]): string {
  const story = given(registered(), ...facts)
    .by(actor)
    .now(march(2, "10:00"));
  assert.ok(story.complaint);
  const move = chosenMove({ verb, data }, story.complaint, story.context());
  return isRefusal(move) ? move.code : `open, to ${move.leadsTo}`;
}

test("the move that is meant is chosen by what the command says", () => {
  assert.equal(whyNot(lan, "reply", { final: true }, [at("work")]), "open, to answered");
  assert.equal(whyNot(lan, "reply", { final: false }, [at("work")]), "open, to undefined");
});

test("the refusal speaks of the move that was meant", () => {
  // Closing as agreed wants a verdict, though closing as refused would want something else.
  assert.equal(whyNot(lan, "close", { outcome: "agreed" }, [at("answered")]), "guard-not-met");
  assert.equal(whyNot(lan, "close", { outcome: "goodwill" }, [at("answered")]), "not-with-this-result");
  assert.equal(whyNot(lan, "archive", {}, [at("work")]), "not-your-role");
  assert.equal(whyNot(lan, "give-direction", {}, [at("intake")]), "not-at-this-stage");
});

test("of several ways the refusal tells the nearest: one that was refused is no way to an agreement", () => {
  const story = given(registered(), at("answered")).by(lan);
  assert.ok(story.complaint);
  const refused = openMoves("close", story.complaint, story.context());
  assert.ok(isRefusal(refused));
  assert.equal(refused.vi, "Cần ghi ý kiến khách hàng: chấp nhận.");
  assert.equal(refused.en, "Still needed: record that the customer accepts.");
});

test("nobody handles a complaint about themselves", () => {
  const about = registered({ aboutPersonIds: ["lan"] });
  const story = given(about, at("work")).by(lan);
  story.when("note", { text: "?" }).expectRefused("complaint-about-yourself");
  given(about, at("work")).by(minh).when("note", { text: "?" }).accepted();
});

test("a guard on papers names those that are still owed, each with what may settle it now", () => {
  const close: Move = { verb: "close", by: ["clerk"], when: { fact: "papers-owed", is: false }, source: "spec" };
  const duty = smallEdition.paperDuties.find(({ id }) => id === "receipt");
  assert.ok(duty);
  const ofAgreement = { paper: "minutes", when: { fact: "verdict" as const, in: ["accepted" as const] } };
  const edition = {
    ...smallEdition,
    anywhere: [],
    stages: smallEdition.stages.map((stage) => ({ ...stage, moves: [close] })),
    paperDuties: [{ ...duty, anyOf: ["receipt", ofAgreement] }],
  };
  const owed = did("PaperOwed", { owedId: "owed-1", duty: "receipt", anyOf: ["receipt", "minutes"] });
  const agreed = did("VerdictRecorded", {
    verdictId: "v",
    accepts: "yes",
    satisfied: "yes",
    attachments: [],
    round: 1,
  });
  const saidOf = (...facts: NewEvent[]) => {
    const story = given(registered(), at("work"), owed, ...facts).by(lan);
    assert.ok(story.complaint);
    const refusal = openMoves("close", story.complaint, story.context({ edition }));
    return isRefusal(refusal) ? [refusal.vi, refusal.en] : [];
  };
  assert.deepEqual(saidOf(), ["Cần phát hành Phiếu tiếp nhận.", "Still needed: issue Phiếu tiếp nhận."]);
  assert.deepEqual(saidOf(agreed), [
    "Cần phát hành Phiếu tiếp nhận hoặc Biên bản.",
    "Still needed: issue Phiếu tiếp nhận or Biên bản.",
  ]);
});
