import type { Edition } from "../edition/edition.ts";
import { isReadByNothing } from "../edition/read-by-nothing.ts";
import { childOf, type Finding, type Path } from "./problem.ts";

/** A row of the checklist: `S0-0.14`. */
export const rowPattern = /^S\d-\d+\.\d+$/;

/** Rows that values cite exist in the checklist, and readings point at values that exist. `rows`: undefined where there is no checklist. */
export function checkSources(edition: Edition, rows?: ReadonlySet<string>): Finding[] {
  return [...citationsIn(edition).flatMap((citation) => checkCitation(citation, rows)), ...checkReadings(edition)];
}

/** Every row or clause that a value of the edition cites, with the path of the value. */
export function citationsIn(edition: Edition): { path: Path; cited: string }[] {
  const found: { path: Path; cited: string }[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) return value.forEach((item, index) => visit(item, [...path, index]));
    if (typeof value !== "object" || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (key !== "source" && !(key === "row" && (path[0] === "planned" || path[0] === "remarks")))
        visit(item, [...path, key]);
      else
        for (const cited of Array.isArray(item) ? item : [item])
          found.push({ path: [...path, key], cited: String(cited) });
    }
  };
  visit(edition, []);
  return found;
}

/** The names on the path of a setting, without those of entries of lists: `papers.receipt.channels` → papers, channels. */
function namesOnPath(edition: Edition, setting: string): string[] {
  const steps = setting.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
  return steps.filter((_step, index) => {
    const above = steps.slice(0, index);
    return index === 0 || !Array.isArray(valueOfSetting(edition, above.join(".")));
  });
}

/** The value that a reading's `setting` names: `clocks.reply.stop`, `stages.intake.moves[2].when`; undefined: there is none. */
export function valueOfSetting(edition: Edition, setting: string): unknown {
  const steps = setting.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
  return steps.reduce<unknown>((here, step) => {
    if (!Array.isArray(here)) return childOf(here, step);
    return here.find((item) => namesOf(item).includes(step)) ?? here[/^\d+$/.test(step) ? Number(step) : -1];
  }, edition);
}

/** By what an entry of a list may be named in a setting. */
function namesOf(item: unknown): unknown[] {
  return ["id", "role", "record", "verb"].map((key) => childOf(item, key));
}

function checkCitation(
  { path, cited }: { path: Path; cited: string },
  rows: ReadonlySet<string> | undefined,
): Finding[] {
  if (!/^S\d/.test(cited)) return [];
  if (!rowPattern.test(cited)) {
    const message = `"${cited}" is no row of the checklist.`;
    return [
      {
        severity: "error",
        path,
        code: "source-form",
        message,
        mend: "Write one row each, as in S0-0.14; several as a list.",
      },
    ];
  }
  if (rows === undefined || rows.has(cited)) return [];
  const message = `The checklist has no row "${cited}".`;
  return [
    {
      severity: "error",
      path,
      code: "unknown-row",
      message,
      mend: "Cite a row of procedures/checklist.yaml, or name the text in words.",
    },
  ];
}

function checkReadings(edition: Edition): Finding[] {
  return edition.readings.flatMap(({ setting, id, waitsFor }, index): Finding[] => {
    if (valueOfSetting(edition, setting) !== undefined)
      return decidingFindings({ setting, id, waitsFor }, index, edition);
    const message = `The reading "${id}" says that "${setting}" changes it, and there is no such value.`;
    const mend = "Name a value by its path, with ids for entries of lists: clocks.reply.stop, calendar.swapDaysClosed.";
    return [{ severity: "error", path: ["readings", index, "setting"], code: "unknown-setting", message, mend }];
  });
}

/** A reading decides something: its value is read, or it says which part still to be built will read it. */
function decidingFindings(
  { setting, id, waitsFor }: Pick<Edition["readings"][number], "setting" | "id" | "waitsFor">,
  index: number,
  edition: Edition,
): Finding[] {
  const isUnread = isReadByNothing(namesOnPath(edition, setting));
  if (isUnread === (waitsFor !== undefined)) return [];
  const path = ["readings", index, "setting"];
  if (!isUnread) {
    const message = `The reading "${id}" waits for a ${waitsFor}, and "${setting}" is read already.`;
    return [{ severity: "error", path, code: "setting-is-read", message, mend: "Leave out waitsFor." }];
  }
  const message = `The reading "${id}" says that "${setting}" changes it, and nothing reads that value yet.`;
  const mend = "Name the value that decides it, or say which part still to be built will read it: waitsFor: report.";
  return [{ severity: "error", path, code: "unread-setting", message, mend }];
}
