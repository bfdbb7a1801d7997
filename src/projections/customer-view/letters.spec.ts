import assert from "node:assert/strict";
import { test } from "node:test";
import { did, march } from "../../../tests/support/given.ts";
import { smallEdition } from "../../../tests/support/small-edition.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import { lettersTo } from "./letters.ts";

test("a letter that was replaced or corrected says so to the customer; the one that did so says nothing of itself", () => {
  const letter = { paper: "letter", kind: "reply-letter" as const };
  const follows = { paperId: "paper-1", as: "replacement" as const };
  const issued = [
    did("PaperIssued", { paperId: "paper-1", letterNumber: "3/2026", ...letter }, march(3, "10:00")),
    did(
      "PaperIssued",
      { paperId: "paper-2", letterNumber: "9/2026", numberOnPaper: "09/2026/TL-NN", follows, ...letter },
      march(4, "10:00"),
    ),
  ];
  const events = issued.map((fact, place) => ({
    ...fact,
    sequence: place + 1,
    recordedAt: fact.occurredAt,
    actor: { kind: "person" as const, personId: "lan" },
  })) as ComplaintEvent[];
  assert.deepEqual(
    lettersTo(events, smallEdition).map(({ number, followedAs }) => [number, followedAs]),
    [
      // As the program wrote it on the sheet.
      ["09/2026/TL-NN", undefined],
      ["3/2026", "replacement"],
    ],
  );
});
