import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate as breath } from "node:timers/promises";
import { fairTurns, type InTurn } from "./fair-turns.ts";

describe("turns at what is scarce", () => {
  const workOf = (inTurn: InTurn, done: string[]) => (place: string, name: string) =>
    inTurn(place, async () => {
      await breath();
      done.push(name);
      return name;
    });

  it("go round the places: who asks often waits behind who asks once", async () => {
    const done: string[] = [];
    const ask = workOf(fairTurns({ atOnce: 1, waitingOfPlace: 10, waiting: 100 }), done);
    await Promise.all([ask("a", "a1"), ask("a", "a2"), ask("a", "a3"), ask("b", "b1"), ask("a", "a4"), ask("c", "c1")]);
    assert.deepEqual(done, ["a1", "a2", "b1", "c1", "a3", "a4"]);
  });

  it("are no more at once than may be, and all come", async () => {
    let now = 0;
    let most = 0;
    const inTurn = fairTurns({ atOnce: 2, waitingOfPlace: 50, waiting: 100 });
    const work = async () => {
      now += 1;
      most = Math.max(most, now);
      await breath();
      now -= 1;
      return "done";
    };
    const ends = await Promise.all(Array.from({ length: 40 }, (_, each) => inTurn(`place ${each % 3}`, work)));
    assert.deepEqual([most, new Set(ends), ends.length], [2, new Set(["done"]), 40]);
  });

  it("are refused where too much of one place, or of all, waits; others are heard", async () => {
    const done: string[] = [];
    const ask = workOf(fairTurns({ atOnce: 1, waitingOfPlace: 2, waiting: 3 }), done);
    const ends = await Promise.all([
      ask("a", "a1"),
      ask("a", "a2"),
      ask("a", "a3"),
      ask("a", "a4"),
      ask("b", "b1"),
      ask("c", "c1"),
    ]);
    assert.deepEqual(ends, ["a1", "a2", "a3", "full", "b1", "full"]);
    assert.equal(await ask("a", "a5"), "a5");
  });

  it("are given on when work fails", async () => {
    const inTurn = fairTurns({ atOnce: 1, waitingOfPlace: 5, waiting: 5 });
    const failing = inTurn("a", () => Promise.reject(new Error("no")));
    const following = inTurn("a", () => Promise.resolve("yes"));
    await assert.rejects(failing, /no/);
    assert.equal(await following, "yes");
  });
});
