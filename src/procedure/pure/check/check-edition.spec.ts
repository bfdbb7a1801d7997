import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Edition } from "../edition/edition.ts";
import { checkEdition, type CheckContext } from "./check-edition.ts";
import { formatPath } from "./problem.ts";
import {
  soundClocks,
  soundEdition,
  soundStages,
  withClock,
  withMoves,
  withoutMove,
  withStage,
  type PackClock,
} from "../../../../tests/support/sound-edition.ts";

const source = "its site";

describe("checkEdition", () => {
  it("finds nothing in an edition that is in order", () => {
    assert.deepEqual(found(soundEdition()), []);
  });

  const planted: { error: string; edition: Edition; expected: string; context?: CheckContext }[] = [
    // Fields
    {
      error: "an identifier that is no text, whose zeros would be lost",
      edition: soundEdition({
        fields: [{ id: "card", name: "Thẻ", type: "number", personal: "personal", identifiesCustomer: true, source }],
      }),
      expected: "identifier-not-text fields.card.identifiesCustomer",
    },
    {
      error: "an identifier that nobody asks for",
      edition: soundEdition({
        fields: [{ id: "card", name: "Thẻ", type: "text", personal: "personal", identifiesCustomer: true, source }],
      }),
      expected: "identifier-not-asked fields.card.identifiesCustomer",
    },
    // Stages
    {
      error: "a stage to which nothing leads",
      edition: withStage({ id: "attic", phase: "under-way" }, [
        { verb: "reply", by: ["clerk"], leadsTo: "answered", source },
      ]),
      expected: "unreachable-stage stages.attic",
    },
    {
      error: "a stage without a way to the end",
      edition: withStage(
        { id: "pit", phase: "under-way" },
        [],
        [{ verb: "transfer", by: ["clerk"], leadsTo: "pit", source }],
      ),
      expected: "no-way-to-the-end stages.pit",
    },
    {
      error: "a beginning that is the end",
      edition: soundEdition({ begins: "closed" }),
      expected: "begins-ended begins",
    },
    {
      error: "a close that leads to an open stage",
      edition: withMoves("answered", [{ verb: "close", by: ["board"], leadsTo: "intake", source }]),
      expected: "ending-leads-elsewhere stages.answered.moves[2].leadsTo",
    },
    {
      error: "a close anywhere, which leads nowhere",
      edition: soundEdition({ anywhere: [{ verb: "close", by: ["clerk"], phases: ["received"], source }] }),
      expected: "ending-leads-elsewhere anywhere[0]",
    },
    {
      error: "a stage that ends a complaint without close",
      edition: withMoves("answered", [{ verb: "record-verdict", by: ["clerk"], leadsTo: "closed", source }]),
      expected: "ends-without-saying-so stages.answered.moves[2].leadsTo",
    },
    {
      error: "reopening into the end",
      edition: soundEdition({ reopening: { allowed: true, within: null, leadsTo: "archived", source } }),
      expected: "reopens-into-the-end reopening.leadsTo",
    },
    {
      error: "a reopen move where reopening is not allowed",
      edition: soundEdition({ reopening: { allowed: false, within: null, leadsTo: "intake", source } }),
      expected: "reopening-forbidden reopening.allowed",
    },
    {
      error: "reopening without a move",
      edition: soundEdition({
        stages: soundStages.map((stage) => ({ ...stage, moves: stage.moves?.filter(({ verb }) => verb !== "reopen") })),
      }),
      expected: "no-reopen-move reopening.allowed",
    },
    {
      error: "a level beyond the last",
      edition: soundEdition({ levels: 1 }),
      expected: "beyond-last-level stages.intake.moves[1]",
    },
    {
      error: "a round beyond the last",
      edition: soundEdition({ rounds: 1 }),
      expected: "beyond-last-round stages.answered.moves[0]",
    },
    { error: "levels that no move reaches", edition: withoutMove("escalate"), expected: "no-second-level levels" },
    {
      error: "rounds that no move reaches",
      edition: withoutMove("start-next-round"),
      expected: "no-second-round rounds",
    },
    // Moves
    {
      error: "a guard that can never hold",
      edition: withMoves("intake", [
        {
          verb: "accept",
          by: ["clerk"],
          when: { all: [{ fact: "complete", is: true }, { not: { fact: "complete", is: true } }] },
          source,
        },
      ]),
      expected: "guard-never-holds stages.intake.moves[2].when",
    },
    {
      error: "a guard that only another stage fulfils",
      edition: withMoves("intake", [
        { verb: "accept", by: ["clerk"], when: { fact: "stage", in: ["answered"] }, source },
      ]),
      expected: "guard-never-holds stages.intake.moves[2].when",
    },
    {
      error: "a guard on a level that does not exist",
      edition: withMoves("intake", [{ verb: "accept", by: ["clerk"], when: { fact: "level", atLeast: 3 }, source }]),
      expected: "guard-never-holds stages.intake.moves[2].when",
    },
    {
      error: "a guard on a kind and a nature that never go together",
      edition: withMoves("intake", [
        {
          verb: "accept",
          by: ["clerk"],
          when: {
            all: [
              { fact: "kind", in: ["bill"] },
              { fact: "nature", in: ["incident"] },
            ],
          },
          source,
        },
      ]),
      expected: "guard-never-holds stages.intake.moves[2].when",
    },
    {
      error: "a move behind a wider one",
      edition: withMoves("intake", [
        {
          verb: "reply",
          by: ["clerk"],
          given: { final: true },
          when: { fact: "complete", is: true },
          leadsTo: "intake",
          source,
        },
      ]),
      expected: "move-hidden stages.intake.moves[2]",
    },
    {
      error: "a move behind two that share every case",
      edition: withMoves("intake", [
        { verb: "accept", by: ["clerk"], when: { fact: "complete", is: true }, source },
        { verb: "accept", by: ["clerk"], when: { fact: "complete", is: false }, source },
        { verb: "accept", by: ["clerk"], leadsTo: "answered", source },
      ]),
      expected: "move-hidden stages.intake.moves[4]",
    },
    {
      error: "two moves whose guards overlap and that lead apart",
      edition: withMoves("intake", [
        { verb: "transfer", by: ["clerk"], when: { fact: "mark", has: "complex" }, leadsTo: "answered", source },
        { verb: "transfer", by: ["clerk"], when: { fact: "mark", has: "severe" }, leadsTo: "intake", source },
      ]),
      expected: "contradiction stages.intake.moves[3]",
    },
    {
      error: "two moves for different results that may come together",
      edition: withMoves("answered", [
        { verb: "record-verdict", by: ["clerk"], given: { satisfied: "no" }, leadsTo: "intake", source },
        { verb: "record-verdict", by: ["clerk"], given: { accepts: "yes" }, source },
      ]),
      expected: "order-decides stages.answered.moves[3]",
    },
    // Clocks
    {
      error: "a clock that nothing starts",
      edition: withClock({ start: [{ on: "CustomerGuided" }] }),
      expected: "clock-never-starts clocks.extra.start",
    },
    {
      error: "a clock on a stage that is never entered so",
      edition: withClock({ start: [{ on: "StageEntered", with: { stage: "answered", phase: "received" } }] }),
      expected: "clock-never-starts clocks.extra.start",
    },
    {
      error: "a clock that nothing stops",
      edition: withClock({ stop: [{ on: "CustomerCalledBack" }] }),
      expected: "clock-never-stops clocks.extra.stop",
    },
    {
      error: "a clock that only something before it could stop",
      edition: withClock({
        start: [{ on: "StageEntered", with: { stage: "archived" } }],
        stop: [{ on: "ReplyGiven" }],
      }),
      expected: "clock-never-stops clocks.extra.stop",
    },
    {
      error: "a clock whose trigger can never fire",
      edition: withClock({
        stop: [{ on: "ComplaintClosed" }, { on: "ReplyGiven", when: { fact: "round", atLeast: 9 } }],
      }),
      expected: "guard-never-holds clocks.extra.stop[1].when",
    },
    {
      error: "an open stage where no clock ever runs",
      edition: withEarlyStops(),
      expected: "stage-without-clock stages.answered",
    },
    {
      error: "a way to a stage on which no clock runs",
      edition: soundEdition({
        clocks: soundClocks.map((clock) => ({ ...clock, start: [{ on: "ComplaintRegistered" as const }] })),
      }),
      expected: "clock-gap stages.intake",
    },
    {
      error: "a law clock on the provider's calendar",
      edition: withClock({ origin: "law", calendar: "organisation" }),
      expected: "law-calendar clocks.extra.calendar",
    },
    {
      error: "an own calendar that is not there",
      edition: withClock({ calendar: "own" }),
      expected: "no-own-calendar clocks.extra.calendar",
    },
    {
      error: "a promise longer than the law",
      edition: withClock({ purpose: "resolve", term: "1 month" }),
      expected: "longer-than-the-law clocks.extra.term",
    },
    {
      error: "a breach that cannot escalate",
      edition: withClock({
        start: [{ on: "ReplyGiven" }],
        onBreach: [{ escalate: true }],
        stop: [{ on: "ComplaintClosed" }, { on: "RoundStarted" }],
      }),
      expected: "breach-cannot-escalate clocks.extra.onBreach",
    },
    {
      error: "a clock counted for an item that its start is not about",
      edition: withClock({ scope: "coordination" }),
      context: { eventFields: { ComplaintRegistered: { number: "any" } } },
      expected: "scope-without-item clocks.extra.start[0].on",
    },
    {
      error: "a day in a field that the fact does not carry",
      edition: withClock({ term: { dayIn: "dueOn" } }),
      context: { eventFields: { ComplaintRegistered: { number: "any" } } },
      expected: "unknown-term-field clocks.extra.term",
    },
    // Terms, sources, readings
    {
      error: "a term that is none",
      edition: withClock({ term: "two days" }),
      expected: "not-a-term clocks.extra.term",
    },
    {
      error: "a warning that is no term",
      edition: withClock({ warn: ["0 hours"] }),
      expected: "not-a-term clocks.extra.warn[0]",
    },
    {
      error: "a row that is badly written",
      edition: withClock({ source: "S0 0.14" }),
      expected: "source-form clocks.extra.source",
    },
    {
      error: "a row that the checklist has not",
      edition: withClock({ source: ["S0-0.99"] }),
      context: { rows: new Set(["S0-0.1"]) },
      expected: "unknown-row clocks.extra.source",
    },
    {
      error: "a reading of a setting that is not there",
      edition: soundEdition({
        readings: [{ id: "r", question: "?", choice: "-", why: "-", setting: "clocks.reply.term", source }],
      }),
      expected: "unknown-setting readings.r.setting",
    },
    {
      error: "a reading whose setting nothing reads",
      edition: soundEdition({
        readings: [{ id: "r", question: "?", choice: "-", why: "-", setting: "papers.reply-letter.keptAs", source }],
      }),
      expected: "unread-setting readings.r.setting",
    },
    {
      error: "a reading that waits for what is read already",
      edition: soundEdition({
        readings: [
          { id: "r", question: "?", choice: "-", why: "-", setting: "calendar.week", waitsFor: "page", source },
        ],
      }),
      expected: "setting-is-read readings.r.setting",
    },
  ];
  for (const { error, edition, expected, context } of planted) {
    it(`finds ${error}`, () => {
      const findings = found(edition, context);
      assert.ok(findings.includes(expected), `${expected}\nis not among\n${findings.join("\n")}`);
    });
  }

  it("takes an earlier, narrower move before a wider one as it is meant", () => {
    const edition = withMoves("intake", [
      { verb: "transfer", by: ["clerk"], when: { fact: "mark", has: "complex" }, leadsTo: "answered", source },
      { verb: "transfer", by: ["clerk"], source },
    ]);
    assert.deepEqual(found(edition), []);
  });

  it("tells the shortest way to a stage without a clock", () => {
    const edition = soundEdition({
      clocks: soundClocks.map((clock) => ({ ...clock, start: [{ on: "ComplaintRegistered" as const }] })),
    });
    const gap = checkEdition(edition).find(({ code }) => code === "clock-gap");
    assert.match(gap?.message ?? "", /after register, reply at "intake", close at "answered", reopen at "closed"\.$/);
  });

  it("counts a reply that leaves only in writing as written", () => {
    const stop = [{ on: "ReplyGiven" as const, with: { written: true } }];
    const onlyWritten = soundEdition({
      stages: soundStages.map((stage) =>
        stage.id === "intake"
          ? { ...stage, moves: stage.moves?.map((move) => ({ ...move, channels: ["written"] })) }
          : stage,
      ),
      clocks: soundClocks.map((clock) => ({ ...clock, stop })),
    });
    assert.ok(found(onlyWritten).includes("stage-without-clock stages.answered"));
    const anyChannel = soundEdition({ clocks: soundClocks.map((clock) => ({ ...clock, stop })) });
    assert.ok(found(anyChannel).includes("clock-gap stages.answered"));
  });

  it("lets a start without the named day count by the term that stands in `otherwise`", () => {
    const start = [{ on: "CoordinationRequested" as const }, { on: "CoordinationPassedOn" as const }];
    const eventFields = { CoordinationRequested: { dueOn: "any" }, CoordinationPassedOn: { unit: "any" } } as const;
    const codes = (term: PackClock["term"]): string[] => found(withClock({ start, term }), { eventFields });
    assert.ok(!codes({ instantIn: "dueOn", otherwise: "1 day" }).some((code) => code.startsWith("unknown-term-field")));
    assert.ok(codes({ instantIn: "dueOn" }).some((code) => code.startsWith("unknown-term-field")));
  });

  it("only warns of a law clock that this procedure has no move for", () => {
    const edition = withClock({
      origin: "law",
      calendar: "national",
      stop: [{ on: "ComplaintRefused" }],
      void: [{ on: "ComplaintClosed" }],
    });
    assert.deepEqual(
      checkEdition(edition).map(({ severity, code }) => [severity, code]),
      [["warning", "clock-never-stops"]],
    );
  });
});

function found(edition: Edition, context?: CheckContext): string[] {
  return checkEdition(edition, context).map(({ code, path }) => `${code} ${formatPath(path, edition)}`);
}

/** Every clock stops with the final reply, so that nothing runs while the customer's word is waited for. */
function withEarlyStops(): Edition {
  return soundEdition({ clocks: soundClocks.map((clock) => ({ ...clock, stop: [{ on: "ReplyGiven" as const }] })) });
}
