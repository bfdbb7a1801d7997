import type { Edition } from "../edition/edition.ts";
import { parseTerm } from "../term/term.ts";
import type { Finding, Path } from "./problem.ts";

/** Every length of time is one that the counting understands. */
export function checkTerms(edition: Edition): Finding[] {
  return termsIn(edition).flatMap(({ path, text }): Finding[] => {
    const parsed = parseTerm(text);
    if (parsed.ok) return [];
    const mend =
      "Write a whole number and a unit: 30 minutes, 24 hours, 8 working hours, 2 working days, 20 days, 3 months.";
    return [{ severity: "error", path, code: "not-a-term", message: `${parsed.reason}.`, mend }];
  });
}

function termsIn(edition: Edition): { path: Path; text: string }[] {
  const { within } = edition.reopening;
  return [
    ...(within === null ? [] : [{ path: ["reopening", "within"], text: within }]),
    ...edition.timeBars.map(({ term }, i) => ({ path: ["timeBars", i, "term"], text: term })),
    ...edition.clocks.flatMap((clock, i) => [
      ...clockTerm(["clocks", i, "term"], clock.term),
      ...clock.terms.flatMap(({ term }, at) => clockTerm(["clocks", i, "terms", at, "term"], term)),
      ...clock.warn.map((text, at) => ({ path: ["clocks", i, "warn", at], text })),
    ]),
    ...edition.indicators.flatMap(({ collected, analysed }, i) => [
      ...(collected === null ? [] : [{ path: ["indicators", i, "collected"], text: collected }]),
      ...(analysed === null ? [] : [{ path: ["indicators", i, "analysed"], text: analysed }]),
    ]),
    ...edition.retention.flatMap(({ keep }, i) =>
      keep === null ? [] : [{ path: ["retention", i, "keep"], text: keep }],
    ),
  ];
}

function clockTerm(path: Path, term: Edition["clocks"][number]["term"]): { path: Path; text: string }[] {
  if (typeof term === "string") return [{ path, text: term }];
  return "otherwise" in term && term.otherwise !== undefined
    ? [{ path: [...path, "otherwise"], text: term.otherwise }]
    : [];
}
