import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import pg from "pg";
import { gather } from "./together.ts";

describe("gather", () => {
  /** Answers each number with its double; `calls` is what was carried out, in order. */
  const doubling = (fails: (numbers: readonly number[]) => Error | undefined = () => undefined) => {
    const calls: (readonly number[] | number)[] = [];
    const ask = gather<number, number>({
      together: async (numbers) => {
        calls.push(numbers);
        await Promise.resolve();
        const error = fails(numbers);
        if (error) throw error;
        return numbers.map((number) => number * 2);
      },
      alone: async (number) => {
        calls.push(number);
        const error = fails([number]);
        if (error) throw error;
        return number * 2;
      },
      togetherMax: 3,
    });
    return { ask, calls };
  };
  const refusedByDatabase = () => {
    const error = new pg.DatabaseError("duplicate key", 1, "error");
    error.severity = "ERROR";
    return error;
  };

  it("gathers what is asked in one turn, up to its bound, and serves at once who asks alone", async () => {
    const { ask, calls } = doubling();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(ask));
    assert.deepEqual(answers, [2, 4, 6, 8, 10]);
    assert.deepEqual(calls, [
      [1, 2, 3],
      [4, 5],
    ]);
    assert.equal(await ask(6), 12);
    assert.deepEqual(calls.at(-1), [6]);
  });

  it("gathers what is asked while a call is under way", async () => {
    const calls: (readonly string[])[] = [];
    let answer = () => {};
    const ask = gather<string, string>({
      together: (words) => {
        calls.push(words);
        return new Promise((resolve) => (answer = () => resolve(words)));
      },
      alone: () => Promise.reject(new Error("nothing failed")),
      togetherMax: 3,
    });
    const first = ask("a");
    await turnOfTheLoop();
    const second = ask("b");
    await turnOfTheLoop();
    const third = ask("c");
    assert.deepEqual(calls, [["a"]]);
    answer();
    assert.equal(await first, "a");
    assert.deepEqual(calls, [["a"], ["b", "c"]]);
    answer();
    assert.deepEqual(await Promise.all([second, third]), ["b", "c"]);
  });

  it("does each again alone where the database refused all for one, so that only that one fails", async () => {
    const { ask, calls } = doubling((numbers) => (numbers.includes(3) ? refusedByDatabase() : undefined));
    const results = await Promise.allSettled([4, 3, 2, 1].map(ask));
    assert.deepEqual(
      results.map(({ status }) => status),
      ["fulfilled", "rejected", "fulfilled", "fulfilled"],
    );
    assert.deepEqual(calls, [[4, 3, 2], 4, 3, 2, [1]]);
  });

  it("does nothing again where the connection broke, because all may have been written", async () => {
    const { ask, calls } = doubling((numbers) =>
      numbers.includes(3) ? new Error("Connection terminated unexpectedly") : undefined,
    );
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(ask));
    assert.deepEqual(
      results.map(({ status }) => status),
      ["rejected", "rejected", "rejected", "fulfilled", "fulfilled"],
    );
    assert.deepEqual(calls, [
      [1, 2, 3],
      [4, 5],
    ]);
  });
});
