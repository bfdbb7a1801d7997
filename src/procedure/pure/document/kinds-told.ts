import type { Edition } from "../edition/edition.ts";
import { guardInWords } from "../words/guard-in-words.ts";
import { termInWords } from "../words/term-in-words.ts";
import { latenessWords } from "./lateness.ts";
import { sourcesOf } from "./sources.ts";

/** Kinds with the register that each is entered in, and what is asked of it. */
export function kindsTold(edition: Edition) {
  const { fields, evidence, registers } = edition;
  const named = (list: readonly { id: string; name: string }[], ids: readonly string[]) =>
    ids.map((id) => list.find((each) => each.id === id)?.name ?? id);
  return edition.kinds.map((kind) => {
    const register = registers.find(({ id }) => id === kind.register);
    return {
      id: kind.id,
      name: kind.name,
      isComplaint: kind.complaint,
      register: register?.name ?? kind.register,
      entry: register?.entryName ?? null,
      required: named(fields, kind.required),
      asked: named(fields, kind.asked),
      evidence: named(evidence, kind.evidence),
      coordinationInformation: named(fields, kind.coordinationInformation),
      source: sourcesOf(kind.source),
    };
  });
}

/** How long a customer may wait before complaining, of the procedure and of the law. */
export function timeBarsTold(edition: Edition) {
  return edition.timeBars.map(({ id, when, term, fromName, lateness, origin, source }) => ({
    id,
    when: when ? guardInWords(when, edition) : null,
    term: termInWords(term),
    from: fromName,
    lateness: latenessWords[lateness],
    origin,
    source: sourcesOf(source),
  }));
}
