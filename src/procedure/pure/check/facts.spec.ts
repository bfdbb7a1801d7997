import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Guard } from "../edition/guard.ts";
import { evaluate, findWitness } from "./facts.ts";
import { soundEdition } from "../../../../tests/support/sound-edition.ts";

const edition = soundEdition();
const canHold = (...guards: Guard[]): boolean => findWitness({ edition, guards }) !== undefined;

describe("findWitness", () => {
  it("knows that nature and register follow from the kind", () => {
    assert.ok(canHold({ fact: "nature", in: ["charges"] }, { fact: "kind", in: ["bill"] }));
    assert.ok(!canHold({ fact: "nature", in: ["charges"] }, { fact: "kind", in: ["fault"] }));
    assert.ok(!canHold({ fact: "kind", in: ["fault"] }, { not: { fact: "register", in: ["crm"] } }));
  });

  it("knows that a complaint may not be sorted yet", () => {
    assert.ok(canHold({ not: { fact: "kind", in: ["fault", "bill"] } }));
  });

  it("knows the type of a channel", () => {
    assert.ok(!canHold({ fact: "channel", in: ["phone"] }, { fact: "channel-type", in: ["post"] }));
  });

  it("knows the phase of a stage", () => {
    const stage = edition.stages.find(({ phase }) => phase === "closed")?.id ?? "";
    assert.ok(canHold({ fact: "stage", in: [stage] }, { fact: "phase", in: ["closed", "archived"] }));
    assert.ok(!canHold({ fact: "stage", in: [stage] }, { fact: "phase", in: ["answered"] }));
  });

  it("keeps the sorts of reply together", () => {
    assert.ok(!canHold({ fact: "replied", is: false }, { fact: "replied", is: true, final: true }));
    assert.ok(canHold({ fact: "replied", is: true }, { fact: "replied", is: false, final: true }));
    assert.ok(canHold({ fact: "replied", is: true, final: false }, { fact: "replied", is: false, written: true }));
    assert.ok(
      !canHold(
        { fact: "replied", is: true, final: true, written: true },
        { fact: "replied", is: false, written: true },
      ),
    );
  });

  it("keeps to the levels and rounds of the procedure", () => {
    assert.ok(canHold({ fact: "round", atLeast: 2 }));
    assert.ok(!canHold({ fact: "round", atLeast: 3 }));
    assert.ok(canHold({ fact: "round", atLeast: 2, atMost: 2 }));
    assert.ok(!canHold({ fact: "level", atMost: 1 }, { fact: "level", atLeast: 2 }));
  });

  it("finds a witness exactly where trying every assignment finds one", () => {
    const fact = fc.constantFrom<Guard>(
      { fact: "complete", is: true },
      { fact: "complete", is: false },
      { fact: "mark", has: "complex" },
      { fact: "round", atMost: 1 },
      { fact: "verdict", in: ["accepted", "silent"] },
      { fact: "kind", in: ["fault"] },
      { fact: "nature", in: ["charges", "incident"] },
    );
    const guard = fc.letrec<{ guard: Guard }>((tie) => ({
      guard: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fact,
        fc.array(tie("guard"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie("guard"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
        tie("guard").map((not) => ({ not })),
      ),
    })).guard;
    fc.assert(
      fc.property(guard, (each) => {
        assert.equal(
          canHold(each),
          assignments().some((assignment) => evaluate(each, assignment, edition) === true),
        );
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

function assignments(): Map<string, string | number | boolean>[] {
  const domains: [string, (string | number | boolean)[]][] = [
    ["complete", [true, false]],
    ["mark complex", [true, false]],
    ["round", [1, 2]],
    ["verdict", ["accepted", "not-accepted", "silent", "none"]],
    ["kind", ["", "fault", "bill"]],
  ];
  return domains.reduce<Map<string, string | number | boolean>[]>(
    (found, [name, values]) => found.flatMap((each) => values.map((value) => new Map([...each, [name, value]]))),
    [new Map()],
  );
}
