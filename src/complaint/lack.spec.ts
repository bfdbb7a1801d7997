import assert from "node:assert/strict";
import { test } from "node:test";
import { given, march, registered } from "../../tests/support/given.ts";
import type { Fact, Guard } from "../procedure/pure/edition/guard.ts";
import { distanceOf, lackedFacts, lackOf } from "./lack.ts";

const noon = march(2, "12:00");
const met: Fact = { fact: "kind", in: ["fault"] };
const lesson: Fact = { fact: "lesson-recorded", is: true };
const replied: Fact = { fact: "replied", is: true };
const praise: Fact = { fact: "kind", in: ["praise"] };
const outside: Fact = { fact: "outside-referral", is: true };

function lack(guard: Guard) {
  const { complaint } = given(registered());
  assert.ok(complaint);
  return lackOf(guard, complaint, noon);
}

test("a guard that holds lacks nothing", () => {
  assert.equal(lack(met), null);
  assert.equal(lack({ any: [met, lesson] }), null);
  assert.equal(lack({ not: lesson }), null);
  assert.equal(lack({ not: { all: [met, lesson] } }), null);
});

test("of all it lacks those that do not hold, of alternatives one", () => {
  assert.deepEqual(lack({ all: [met, lesson] }), { fact: lesson, wanted: true });
  assert.deepEqual(lack({ any: [lesson, replied] }), {
    any: [
      { fact: lesson, wanted: true },
      { fact: replied, wanted: true },
    ],
  });
  assert.deepEqual(lack({ not: met }), { fact: met, wanted: false });
});

test("an alternative that nobody can bring about is left out while there is another", () => {
  assert.deepEqual(lack({ any: [praise, { all: [lesson, met] }] }), { fact: lesson, wanted: true });
  assert.deepEqual(lack(praise), { fact: praise, wanted: true });
});

test("every lacked fact is there, through all and any", () => {
  const found = lackedFacts(lack({ all: [{ any: [lesson, replied] }, outside, met] }));
  assert.deepEqual(
    found.map(({ fact }) => fact.fact),
    ["lesson-recorded", "replied", "outside-referral"],
  );
});

test("near is what work on the file mends, further what others do, furthest what the complaint is", () => {
  assert.deepEqual(
    [lesson, outside, praise].map((guard) => distanceOf(lack(guard))),
    [0, 1, 2],
  );
  assert.equal(distanceOf(lack({ all: [lesson, outside] })), 1);
  assert.equal(distanceOf(lack({ any: [lesson, outside] })), 0);
});
