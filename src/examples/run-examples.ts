import type { RunExamples } from "../procedure/load/check-file.ts";
import { loadVietnameseCalendar } from "../procedure/load/calendars.ts";
import type { NationalCalendar } from "../procedure/pure/calendar/national-calendar.ts";
import type { Problem } from "../procedure/pure/check/problem.ts";
import { calendarsOfEdition, type EditionCalendars } from "../procedure/pure/edition/calendars-of-edition.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import { isWait, readExamples, type Example, type ExamplesFile } from "./examples-file.ts";
import { missesOf } from "./expectations.ts";
import { playExample, type PlayedStep } from "./play-example.ts";

/** For `check-pack`: plays every example of a file and tells each difference with its line. */
export const runExamples: RunExamples = ({ file, editions }) => {
  const read = readExamples(file);
  if (!read.ok) return read.problems;
  const calendars = calendarsFor(loadVietnameseCalendar());
  return read.read.examples.flatMap((_, index) => problemsOfExample(read.read, index, { editions, calendars }));
};

/** What went otherwise than example number `index` of a file says, with file and line. */
export function problemsOfExample(
  read: ExamplesFile,
  index: number,
  { editions, calendars }: { editions: readonly Edition[]; calendars: (edition: Edition) => EditionCalendars },
): Problem[] {
  const example = read.examples[index];
  if (!example) return [];
  const edition = editionFor(example, editions);
  if (!edition) return [noEdition(read, index)];
  const played = playExample(example, { edition, calendars: calendars(edition) });
  return played.flatMap((each, step) => problemsOfStep(read, { index, step, played: each, edition, calendars }));
}

/** The closure that a complaint received at the example's first step is pinned to. `editions`: of one pack, by law edition. */
export function editionFor(example: Example, editions: readonly Edition[]): Edition | undefined {
  const first = example.steps[0];
  if (!first || isWait(first)) return undefined;
  const receivedOn = dayInVietnam(first.occurredAt ?? first.at);
  const inForce = editions.filter(({ ref }) => ref.lawEffectiveOn <= receivedOn && ref.effectiveOn <= receivedOn);
  return inForce.toSorted((one, other) => (one.ref.lawEffectiveOn < other.ref.lawEffectiveOn ? -1 : 1)).at(-1);
}

/** Calendars compiled once for each edition. */
export function calendarsFor(national: NationalCalendar): (edition: Edition) => EditionCalendars {
  const known = new Map<Edition, EditionCalendars>();
  return (edition) => {
    const calendars = known.get(edition) ?? calendarsOfEdition(edition, national);
    known.set(edition, calendars);
    return calendars;
  };
}

function problemsOfStep(
  { document, examples }: ExamplesFile,
  input: {
    index: number;
    step: number;
    played: PlayedStep;
    edition: Edition;
    calendars: (edition: Edition) => EditionCalendars;
  },
): Problem[] {
  const { index, step, played, edition, calendars } = input;
  const offsetMinutes = calendars(edition).organisation.offsetMs / 60_000;
  return missesOf(played, offsetMinutes).map(({ what, expected, actual }) => {
    const path = [
      "examples",
      index,
      "steps",
      step,
      ...(what === "with" ? [what] : ["expect", ...what.split(".").slice(0, 2)]),
    ];
    const message = `Example "${examples[index]?.name}", step ${step + 1}: ${what} should be ${expected}, and is ${actual}.`;
    const mend = "Mend the pack if the example is right by the text; mend the example if the pack is.";
    return document.problem({ path, code: "example-fails", message, mend });
  });
}

function noEdition({ document, examples }: ExamplesFile, index: number): Problem {
  return document.problem({
    path: ["examples", index, "steps", 0],
    code: "example-fails",
    message: `Example "${examples[index]?.name}": no edition of this pack is in force on the day of its first step.`,
    mend: "Begin with the step that registers the complaint, on a day when the edition is in force.",
  });
}
