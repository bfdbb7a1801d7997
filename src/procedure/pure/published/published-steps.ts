import type { ClockRule } from "../edition/clocks.ts";
import type { Edition } from "../edition/edition.ts";
import type { Stage } from "../edition/stages.ts";
import { isOfTheText } from "../document/sources.ts";
import { verbEvents } from "../verb-events.ts";
import { termInWords } from "../words/term-in-words.ts";
import type { Words } from "../words/guard-in-words.ts";
import { bothNames } from "../edition/english.ts";
import { whoInWords } from "../words/who-in-words.ts";
import { promisesOf } from "./published-promises.ts";

/** Said once, where it is first possible: nobody confirms a receipt at every step. */
const saidOnce: readonly ClockRule["purpose"][] = ["acknowledge", "accept-or-refuse", "refuse", "inform"];

const whereItCame = { vi: "Nơi tiếp nhận khiếu nại của quý khách", en: "Whoever took your complaint" };

/**
 * The steps of the written text, each once, with the stages that carry it out, who does them, and the terms that are kept there: the
 * provider's own, and the law's where the provider promises nothing.
 */
export function publishedSteps(edition: Edition) {
  const stages = edition.stages.filter(({ phase, step }) => phase !== "archived" && (phase !== "closed" || step));
  const labels = [...new Set(stages.map(({ id, step }) => step ?? id))];
  const said = new Set<string>();
  return labels.map((label) => {
    const here = stages.filter(({ id, step }) => (step ?? id) === label);
    const kept = promisesThatBind(edition).filter(
      (clock) => !said.has(clock.id) && here.some((stage) => isKeptAt(clock, stage, edition)),
    );
    for (const { id, purpose } of kept) if (saidOnce.includes(purpose)) said.add(id);
    return {
      step: here[0]?.step ?? null,
      names: [...new Set(here.map(({ name }) => name))],
      by: unique(here.map((stage) => whoDoes(stage, edition))),
      with: here.some(asksUnits) ? unitsOfTheText(edition) : [],
      promises: kept.map(({ id, name, origin, purpose, term }) => ({
        id,
        name,
        purpose,
        origin: origin === "law" ? ("law" as const) : ("procedure" as const),
        term: termInWords(term),
      })),
    };
  });
}

/** As the text names them in its column of who answers for the step; else the unit. */
function whoDoes({ unit, lane }: Stage, edition: Edition): Words {
  if (lane !== undefined)
    return bothNames([...edition.roles, ...edition.units].find(({ name }) => name === lane) ?? { name: lane });
  return unit === "owning" ? whereItCame : whoInWords(unit, edition);
}

function unitsOfTheText({ units }: Edition): Words[] {
  return units.filter(({ coordinates, source }) => coordinates && isOfTheText(source)).map(bothNames);
}

function asksUnits({ moves }: Stage): boolean {
  return moves.some(({ verb }) => verb === "request-coordination");
}

function promisesThatBind(edition: Edition): ClockRule[] {
  const promises = promisesOf(edition);
  const own = new Set(promises.flatMap(({ origin, purpose }) => (origin === "procedure" ? [purpose] : [])));
  return promises.filter(({ origin, purpose }) => origin === "procedure" || !own.has(purpose));
}

/** A term that the text names at one step stands there. A term of a stage belongs to it; any other is kept wherever somebody may do what ends it. To close or refuse is no answer. */
function isKeptAt(clock: ClockRule, { id, moves, phase, step }: Stage, { anywhere }: Edition): boolean {
  const { start, stop, purpose } = clock;
  if (clock.step !== undefined) return step === clock.step;
  const entered = start.flatMap(({ with: carried }) => carried?.["stage"] ?? []);
  if (entered.length > 0) return entered.includes(id);
  const always = purpose === "acknowledge" ? anywhere.filter(({ phases }) => phases.includes(phase)) : [];
  const written = new Set([...moves, ...always].flatMap(({ verb }) => verbEvents[verb].sure));
  return stop.some(
    ({ on }) => written.has(on) && on !== "ComplaintClosed" && (on !== "ComplaintRefused" || purpose === "refuse"),
  );
}

function unique(words: readonly { vi: string; en: string }[]): { vi: string; en: string }[] {
  return [...new Map(words.map((each) => [each.vi, each])).values()];
}
