import type { z } from "zod";
import { packSchema, type Edition } from "../../src/procedure/pure/edition/edition.ts";
import { acmePack, acmeRef } from "./acme-pack.ts";

type Input = z.input<typeof packSchema>;

/** An edition in which every check finds nothing, with two rounds and two levels; each spec plants one error into it. */
export function soundEdition(planted: Partial<Input> = {}): Edition {
  return { ...packSchema.parse({ ...sound, ...planted }), ref: acmeRef };
}

const { source } = acmePack.header;

const sound: Input = {
  ...acmePack,
  levels: 2,
  rounds: 2,
  reopening: { allowed: true, within: "30 days", leadsTo: "intake", source },
  units: [{ id: "care", name: "Care", source }],
  channels: [
    { id: "phone", type: "phone", name: "Phone", written: false, source },
    { id: "letter", type: "post", name: "Letter", written: true, source },
  ],
  registers: [{ id: "crm", name: "CRM", entryName: "Case", source }],
  fields: [{ id: "content", name: "Content", type: "text", source }],
  evidence: [{ id: "bill", name: "Bill", from: "customer", source }],
  kinds: [
    { id: "fault", name: "Fault", nature: "incident", register: "crm", required: ["content"], source },
    { id: "bill", name: "Bill", nature: "charges", register: "crm", evidence: ["bill"], source },
  ],
  retention: [{ record: "file", keep: "24 months", originalsAt: null, source }],
  papers: [{ id: "reply-letter", kind: "reply-letter", name: "Letter", keptAs: "file", source }],
  paperDuties: [
    { id: "answer-in-writing", on: [{ on: "ReplyGiven", with: { final: true } }], anyOf: ["reply-letter"], source },
  ],
  stages: [
    {
      id: "intake",
      name: "Intake",
      phase: "received",
      unit: "care",
      source,
      moves: [
        { verb: "reply", by: ["clerk"], given: { final: true }, leadsTo: "answered", source },
        { verb: "escalate", by: ["clerk", "system"], when: { fact: "level", atMost: 1 }, source },
      ],
    },
    {
      id: "answered",
      name: "Answered",
      phase: "answered",
      unit: "care",
      source,
      moves: [
        { verb: "start-next-round", by: ["clerk"], when: { fact: "round", atMost: 1 }, leadsTo: "intake", source },
        { verb: "close", by: ["clerk"], given: { outcome: "answered" }, leadsTo: "closed", source },
      ],
    },
    {
      id: "closed",
      name: "Closed",
      phase: "closed",
      unit: "care",
      source,
      moves: [
        { verb: "reopen", by: ["clerk"], source },
        { verb: "archive", by: ["clerk"], leadsTo: "archived", source },
      ],
    },
    { id: "archived", name: "Archived", phase: "archived", unit: "care", source },
  ],
  anywhere: [{ verb: "note", by: ["clerk"], phases: ["received", "answered"], source }],
  clocks: [
    {
      id: "resolve",
      name: "Resolve",
      purpose: "resolve",
      scope: "complaint",
      start: [{ on: "ComplaintRegistered" }, { on: "ComplaintReopened" }],
      stop: [{ on: "ComplaintClosed" }],
      term: "10 working days",
      owner: "care",
      source,
    },
    {
      id: "law-resolve",
      name: "Resolve",
      origin: "law",
      purpose: "resolve",
      scope: "complaint",
      start: [{ on: "ComplaintRegistered" }],
      stop: [{ on: "ReplyGiven", with: { final: true } }],
      term: "20 working days",
      calendar: "national",
      owner: "owner",
      source: "law: TT 05/2011",
    },
  ],
  indicators: [
    {
      id: "in-time",
      name: "In time",
      formula: { share: { of: { clock: "resolve", ended: ["met"] }, over: { complaints: "all" } } },
      target: "100 %",
      collected: "1 month",
      analysed: null,
      unit: "%",
      source,
    },
  ],
  readings: [{ id: "ten-days", question: "?", choice: "10", why: "-", setting: "clocks.resolve.term", source }],
};

export const soundStages = sound.stages ?? [];
export const soundClocks = sound.clocks ?? [];

export type PackStage = (typeof soundStages)[number];
export type PackMove = NonNullable<PackStage["moves"]>[number];
export type PackClock = (typeof soundClocks)[number];

export function withMoves(stage: string, moves: PackMove[]): Edition {
  return soundEdition({
    stages: soundStages.map((each) =>
      each.id === stage ? { ...each, moves: [...(each.moves ?? []), ...moves] } : each,
    ),
  });
}

export function withoutMove(verb: PackMove["verb"]): Edition {
  return soundEdition({
    stages: soundStages.map((stage) => ({ ...stage, moves: stage.moves?.filter((move) => move.verb !== verb) })),
  });
}

export function withStage(
  stage: Pick<PackStage, "id" | "phase"> & { unit?: string },
  moves: PackMove[],
  movesAtIntake: PackMove[] = [],
): Edition {
  const [intake, ...others] = soundStages;
  if (!intake) throw new Error("the sound edition begins at a stage");
  const stages = [{ ...intake, moves: [...(intake.moves ?? []), ...movesAtIntake] }, ...others];
  return soundEdition({ stages: [...stages, { name: stage.id, unit: "care", source, ...stage, moves }] });
}

export function withClock(clock: Partial<PackClock>): Edition {
  const extra: PackClock = {
    id: "extra",
    name: "Extra",
    purpose: "other",
    scope: "complaint",
    start: [{ on: "ComplaintRegistered" }],
    stop: [{ on: "ComplaintClosed" }],
    term: "5 working days",
    owner: "care",
    source,
  };
  return soundEdition({ clocks: [...soundClocks, { ...extra, ...clock }] });
}
