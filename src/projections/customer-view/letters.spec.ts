import assert from "node:assert/strict";
import { test } from "node:test";
import { at, did, given, registered } from "../../../tests/support/given.ts";
import { smallEdition } from "../../../tests/support/small-edition.ts";
import { lettersTo } from "./letters.ts";

test("a letter that was replaced or corrected says so to the customer; the one that did so says nothing of itself", () => {
  const letter = { paper: "letter", kind: "reply-letter" as const };
  const { facts } = given(
    registered(),
    at("work"),
    did("PaperIssued", { paperId: "paper-1", letterNumber: "3/2026", ...letter }),
    did("PaperIssued", {
      paperId: "paper-2",
      letterNumber: "9/2026",
      follows: { paperId: "paper-1", as: "replacement" },
      ...letter,
    }),
  );
  assert.deepEqual(
    lettersTo(facts, smallEdition).map(({ number, followedAs }) => [number, followedAs]),
    [
      ["3/2026", "replacement"],
      ["9/2026", undefined],
    ],
  );
});
