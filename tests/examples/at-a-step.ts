import assert from "node:assert/strict";
import { join } from "node:path";
import { allowedActions, type OpenMove } from "../../src/complaint/allowed-actions.ts";
import type { Context } from "../../src/complaint/context.ts";
import type { Complaint } from "../../src/complaint/state.ts";
import { PROJECT_FOLDER } from "../../src/config.ts";
import { readExamples } from "../../src/examples/examples-file.ts";
import { actorOf, playExample } from "../../src/examples/play-example.ts";
import { calendarsFor, editionFor } from "../../src/examples/run-examples.ts";
import { loadVietnameseCalendar } from "../../src/procedure/load/calendars.ts";
import { loadPackFile } from "../../src/procedure/load/load-editions.ts";
import type { Verb } from "../../src/procedure/pure/vocabulary.ts";

const procedures = join(PROJECT_FOLDER, "procedures");
const calendars = calendarsFor(loadVietnameseCalendar());
const played = new Map<string, ReturnType<typeof playExample>>();

/** A pack's worked example after one of its steps, both counted from 1; or after the first step of that verb that was taken. */
export type AtStep = { pack: string; example: number; step: number | Verb; who: string };

/** The complaint of a worked example as a step left it, and what is asked by somebody then. */
export function atStep({ pack, example, step, who }: AtStep): { complaint: Complaint; context: Context } {
  const steps = playedExample(pack, example);
  const isMeant = (each: (typeof steps)[number]) => each.refusal === null && "do" in each.step && each.step.do === step;
  const each = typeof step === "number" ? steps[step - 1] : steps.find(isMeant);
  assert.ok(each?.complaint && each.refusal === null, `${pack}: example ${example} has no step ${step} that was taken`);
  return { complaint: each.complaint, context: { ...each.context, actor: actorOf(who) } };
}

/** The next actions of somebody after a step, in order. */
export function nextAt(asked: AtStep): OpenMove[] {
  const { complaint, context } = atStep(asked);
  const moves = allowedActions(complaint, context).flatMap((action) => (action.allowed ? action.moves : []));
  const placeOf = ({ next }: OpenMove) => next?.place ?? 0;
  return moves.filter(({ next }) => next !== null).toSorted((one, other) => placeOf(one) - placeOf(other));
}

function playedExample(pack: string, example: number): ReturnType<typeof playExample> {
  const known = played.get(`${pack} ${example}`);
  if (known) return known;
  const file = join(procedures, pack);
  const read = readExamples(`${file}.examples.yaml`);
  const found = read.ok ? read.read.examples[example - 1] : undefined;
  assert.ok(found, `${pack} has no example ${example}`);
  const { loaded } = loadPackFile(`${file}.yaml`, [procedures]);
  const edition = editionFor(
    found,
    loaded.map((each) => each.edition),
  );
  assert.ok(edition);
  const steps = playExample(found, { edition, calendars: calendars(edition) });
  played.set(`${pack} ${example}`, steps);
  return steps;
}
