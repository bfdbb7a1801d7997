import type { Edition } from "../edition/edition.ts";
import type { Move } from "../edition/stages.ts";
import { nameOfMove, targetsOf } from "../flow-chart/lines-of-stage.ts";
import { guardInWords } from "../words/guard-in-words.ts";
import { whoInWords } from "../words/who-in-words.ts";
import { sourcesOf } from "./sources.ts";

/** Every stage with what may be done there: the swim-lane chart as a list. */
export function stagesTold(edition: Edition) {
  const nameOf = (id: string) => edition.stages.find((stage) => stage.id === id)?.name ?? id;
  return edition.stages.map(({ id, name, step, phase, unit, lane, moves, source }) => ({
    id,
    name,
    step: step ?? null,
    phase,
    unit: whoInWords(unit === "owning" ? "owning-unit" : unit, edition),
    lane: lane ?? null,
    moves: moves.map((move, index) => ({
      key: `${id}.${index}`,
      ...moveTold(move, edition),
      leadsTo: targetsOf(move, edition).map((stage) => ({ stage, name: nameOf(stage) })),
    })),
    source: sourcesOf(source),
  }));
}

/** What may be done at every stage of some phases. */
export function anywhereTold(edition: Edition) {
  return edition.anywhere.map((move) => ({ ...moveTold(move, edition), phases: move.phases }));
}

function moveTold(move: Omit<Move, "leadsTo">, edition: Edition) {
  const { fields, evidence } = edition;
  const named = (list: readonly { id: string; name: string }[], ids: readonly string[] = []) =>
    ids.map((id) => list.find((each) => each.id === id)?.name ?? id);
  return {
    verb: move.verb,
    name: { vi: nameOfMove(move, "vi"), en: nameOfMove(move, "en") },
    by: move.by.map((who) => whoInWords(who, edition)),
    when: move.when ? guardInWords(move.when, edition) : null,
    confirm: (move.confirm ?? []).map(({ name }) => name),
    needs: [...named(fields, move.needs), ...named(evidence, move.needsEvidence)],
    source: sourcesOf(move.source),
  };
}
