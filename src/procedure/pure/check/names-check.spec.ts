import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Edition } from "../edition/edition.ts";
import type { Guard } from "../edition/guard.ts";
import { checkEdition } from "./check-edition.ts";
import { formatPath } from "./problem.ts";
import {
  soundEdition,
  withClock,
  withMoves,
  withStage,
  type PackMove,
} from "../../../../tests/support/sound-edition.ts";

const source = "its site";

describe("checkNames", () => {
  const guard = (fact: Guard): PackMove => ({
    verb: "accept",
    by: ["clerk"],
    when: fact,
    source,
  });
  const planted: { error: string; edition: Edition; expected: string }[] = [
    { error: "begins", edition: soundEdition({ begins: "intakes" }), expected: "unknown-stage begins" },
    {
      error: "reopening",
      edition: soundEdition({ reopening: { allowed: true, within: null, leadsTo: "nowhere", source } }),
      expected: "unknown-stage reopening.leadsTo",
    },
    {
      error: "a move's target",
      edition: withMoves("intake", [{ verb: "transfer", by: ["clerk"], leadsTo: "nowhere", source }]),
      expected: "unknown-stage stages.intake.moves[2].leadsTo",
    },
    {
      error: "a move's actor",
      edition: withMoves("intake", [{ verb: "transfer", by: ["clark"], source }]),
      expected: "unknown-role stages.intake.moves[2].by[0]",
    },
    {
      error: "an actor's unit",
      edition: withMoves("intake", [{ verb: "transfer", by: ["clerk@cellar"], source }]),
      expected: "unknown-unit stages.intake.moves[2].by[0]",
    },
    {
      error: "a move's field",
      edition: withMoves("intake", [{ verb: "transfer", by: ["clerk"], needs: ["contents"], source }]),
      expected: "unknown-field stages.intake.moves[2].needs[0]",
    },
    {
      error: "a move's evidence",
      edition: withMoves("intake", [{ verb: "transfer", by: ["clerk"], needsEvidence: ["photo"], source }]),
      expected: "unknown-evidence stages.intake.moves[2].needsEvidence[0]",
    },
    {
      error: "a move's channel",
      edition: withMoves("intake", [{ verb: "transfer", by: ["clerk"], channels: ["fax"], source }]),
      expected: "unknown-channel stages.intake.moves[2].channels[0]",
    },
    {
      error: "a stage's unit",
      edition: withStage({ id: "attic", phase: "under-way", unit: "cellar" }, []),
      expected: "unknown-unit stages.attic.unit",
    },
    {
      error: "a unit above",
      edition: soundEdition({ units: [{ id: "care", name: "Care", under: "board", source }] }),
      expected: "unknown-unit units.care.under",
    },
    {
      error: "a kind's register",
      edition: soundEdition({ kinds: [{ id: "x", name: "X", nature: "other", register: "excel", source }] }),
      expected: "unknown-register kinds.x.register",
    },
    {
      error: "a kind's field",
      edition: soundEdition({
        kinds: [{ id: "x", name: "X", nature: "other", register: "crm", asked: ["day"], source }],
      }),
      expected: "unknown-field kinds.x.asked[0]",
    },
    {
      error: "a kind's evidence",
      edition: soundEdition({
        kinds: [{ id: "x", name: "X", nature: "other", register: "crm", evidence: ["photo"], source }],
      }),
      expected: "unknown-evidence kinds.x.evidence[0]",
    },
    {
      error: "a complainant's evidence",
      edition: soundEdition({ complainants: [{ id: "heir", name: "Heir", needs: ["will"], source }] }),
      expected: "unknown-evidence complainants.heir.needs[0]",
    },
    {
      error: "a guard's kind",
      edition: withMoves("intake", [guard({ fact: "kind", in: ["faults"] })]),
      expected: "unknown-kind stages.intake.moves[2].when.in[0]",
    },
    {
      error: "a guard's channel type, deep inside",
      edition: withMoves("intake", [guard({ not: { any: [{ fact: "channel-type", in: ["fax"] }] } })]),
      expected: "unknown-channel-type stages.intake.moves[2].when.not.any[0].in[0]",
    },
    {
      error: "a guard's clock",
      edition: withMoves("intake", [guard({ fact: "clock-elapsed", clock: "resolved" })]),
      expected: "unknown-clock stages.intake.moves[2].when.clock",
    },
    { error: "a clock's owner", edition: withClock({ owner: "cellar" }), expected: "unknown-owner clocks.extra.owner" },
    {
      error: "a trigger's stage",
      edition: withClock({ start: [{ on: "StageEntered", with: { stage: "answerd" } }] }),
      expected: "unknown-stage clocks.extra.start[0].with.stage",
    },
    {
      error: "a trigger's paper",
      edition: withClock({ stop: [{ on: "ComplaintClosed" }, { on: "PaperIssued", with: { paper: "letter" } }] }),
      expected: "unknown-paper clocks.extra.stop[1].with.paper",
    },
    {
      error: "a paper's register",
      edition: soundEdition({
        papers: [{ id: "reply-letter", kind: "reply-letter", name: "L", numberedIn: "out", source }],
      }),
      expected: "unknown-register papers.reply-letter.numberedIn",
    },
    {
      error: "a paper's record",
      edition: soundEdition({
        papers: [{ id: "reply-letter", kind: "reply-letter", name: "L", keptAs: "files", source }],
      }),
      expected: "unknown-record papers.reply-letter.keptAs",
    },
    {
      error: "an owed paper",
      edition: soundEdition({ paperDuties: [{ id: "d", on: [{ on: "ReplyGiven" }], anyOf: ["letter"], source }] }),
      expected: "unknown-paper paperDuties.d.anyOf[0]",
    },
    {
      error: "an indicator's clock",
      edition: soundEdition({
        indicators: [
          {
            id: "i",
            name: "I",
            formula: { percentile: 90, ofClock: "resolved" },
            target: null,
            collected: null,
            analysed: null,
            unit: "days",
            source,
          },
        ],
      }),
      expected: "unknown-clock indicators.i.formula.ofClock",
    },
  ];
  for (const { error, edition, expected } of planted) {
    it(`finds ${error} that does not exist`, () => {
      const findings = found(edition);
      assert.ok(findings.includes(expected), `${expected}\nis not among\n${findings.join("\n")}`);
    });
  }

  it("asks the facts of the core for fields and values of triggers, where they are handed in", () => {
    const edition = withClock({
      stop: [
        { on: "ComplaintClosed", with: { outcome: "answerd" } },
        { on: "ComplaintClosed", with: { outcom: "answered" } },
      ],
    });
    const eventFields = {
      ComplaintClosed: { outcome: ["answered", "agreed"] },
      ComplaintRegistered: { number: "any" },
    } as const;
    const findings = checkEdition(edition, { eventFields }).map(({ code, mend }) => `${code}: ${mend}`);
    assert.ok(findings.includes('unknown-outcome-of-ComplaintClosed: Did you mean "answered"?'));
    assert.ok(findings.includes('unknown-field-of-ComplaintClosed: Did you mean "outcome"?'));
  });
});

function found(edition: Edition): string[] {
  return checkEdition(edition).map(({ code, path }) => `${code} ${formatPath(path, edition)}`);
}
