import type { Edition } from "../edition/edition.ts";
import { papersOf } from "../edition/papers.ts";
import { termInWords } from "../words/term-in-words.ts";
import { triggersInWords } from "../words/trigger-in-words.ts";
import { whoInWords } from "../words/who-in-words.ts";
import { guardInWords } from "../words/guard-in-words.ts";
import { sourcesOf } from "./sources.ts";

export function papersTold(edition: Edition) {
  return edition.papers.map(({ id, kind, name, numberedIn, signedBy, fields, keptAs, source }) => ({
    id,
    kind,
    name,
    numberedIn: numberedIn ?? null,
    signedBy: signedBy.map((who) => whoInWords(who, edition)),
    fields: fields.map((field) => field.name),
    keptAs: keptAs ?? null,
    source: sourcesOf(source),
  }));
}

/** Which paper is owed on what. */
export function paperDutiesTold(edition: Edition) {
  return edition.paperDuties.map((duty) => ({
    id: duty.id,
    on: triggersInWords(duty.on, edition),
    when: duty.when ? guardInWords(duty.when, edition) : null,
    papers: papersOf(duty).map((id) => edition.papers.find((paper) => paper.id === id)?.name ?? id),
    origin: duty.origin,
    source: sourcesOf(duty.source),
  }));
}

export function indicatorsTold({ indicators, units }: Edition) {
  return indicators.map(({ id, name, target, collected, analysed, method, unit, by, source }) => ({
    id,
    name,
    target,
    collected: collected === null ? null : termInWords(collected),
    analysed: analysed === null ? null : termInWords(analysed),
    method: method ?? null,
    answersFor: units.find((each) => each.id === unit)?.name ?? null,
    by,
    source: sourcesOf(source),
  }));
}

export function retentionTold({ retention }: Edition) {
  return retention.map(({ record, keep, originalsAt, source }) => ({
    record,
    keep: keep === null ? null : termInWords(keep),
    originalsAt,
    source: sourcesOf(source),
  }));
}
