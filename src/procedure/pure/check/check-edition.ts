import type { Edition } from "../edition/edition.ts";
import { checkClockCoverage } from "./clock-coverage.ts";
import { checkClocks } from "./clocks-check.ts";
import { checkEnglish } from "./english-check.ts";
import type { EventFields } from "./event-fields.ts";
import { checkFields } from "./fields-check.ts";
import { checkMoves } from "./moves-check.ts";
import { checkNames } from "./names-check.ts";
import type { Finding } from "./problem.ts";
import { checkSources } from "./sources-check.ts";
import { stageGraphOf } from "./stage-graph.ts";
import { checkStages } from "./stages-check.ts";
import { checkTerms } from "./terms-check.ts";

/** What the caller knows and the edition does not; what is not handed in is not checked. */
export type CheckContext = {
  /** Rows that `source` may cite (`S0-0.14`). */
  rows?: ReadonlySet<string>;
  eventFields?: EventFields;
};

/**
 * Proves an edition before it is issued. Errors keep it from being issued; warnings ask a person to look.
 * Names come first: where they are wrong, what follows from them is left out, because it would only say so again.
 */
export function checkEdition(edition: Edition, { rows, eventFields }: CheckContext = {}): Finding[] {
  const named = [
    ...checkNames(edition, eventFields),
    ...checkEnglish(edition),
    ...checkFields(edition),
    ...checkTerms(edition),
    ...checkSources(edition, rows),
  ];
  const graph = stageGraphOf(edition);
  const staged = [...checkStages(edition, graph), ...checkMoves(edition, graph)];
  if (named.some(({ code }) => code === "unknown-stage")) return [...named, ...staged];
  return [...named, ...staged, ...checkClocks(edition, graph, eventFields), ...checkClockCoverage(edition, graph)];
}
