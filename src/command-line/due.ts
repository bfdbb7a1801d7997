import { Command } from "commander";
import { CannotStart } from "../cannot-start.ts";
import { procedureFolders, readConfig } from "../config.ts";
import { loadVietnameseCalendar } from "../procedure/load/calendars.ts";
import { loadEditions } from "../procedure/load/load-editions.ts";
import type { WorkingCalendar } from "../procedure/pure/calendar/working-calendar.ts";
import { calendarsOfEdition } from "../procedure/pure/edition/calendars-of-edition.ts";
import type { EditionRegistry } from "../procedure/pure/edition/registry.ts";
import { countDue, type DueArguments } from "./count-due.ts";
import { formatProblem } from "./format-problem.ts";

/** `hoiam due`: no database is needed, only the packs and the national calendar. */
export function dueCommand(): Command {
  return new Command("due")
    .description("when a term from a moment of receipt ends, with the proof of it day by day")
    .option("--organisation <id>", "count this organisation's days: vntt, dcnet, bkns, ihostinger, kplus …")
    .option("--calendar <name>", "count the nation's days instead: vn (Monday to Friday)")
    .requiredOption("--received <instant>", "the moment of receipt, with its zone: 2026-02-12T10:00:00+07:00")
    .requiredOption("--term <term>", 'the term as packs write it: "2 working days", "24 hours", "3 months"')
    .option("--json", "print one object: dueOn, dueAt, remaining, proof")
    .option("--language <language>", "vi or en", "vi")
    .action((args: DueArguments) => {
      const national = loadVietnameseCalendar();
      const loaded = loadEditions(procedureFolders(readConfig()));
      if (!loaded.ok) throw new CannotStart(loaded.problems.map(formatProblem).join("\n"), { exitCode: 2 });
      const { registry } = loaded;
      const organisations = registry.organisations().map(({ id }) => id);
      const calendarFor = (id: string) => calendarOf(id, registry, national);
      const printed = countDue(args, { national, organisations, calendarFor, now: new Date().toISOString() });
      process.stdout.write(printed.stdout);
      process.stderr.write(printed.stderr);
      process.exitCode = printed.exitCode;
    });
}

/** The days of the organisation's newest edition; where its text defines working days itself, those. */
function calendarOf(
  organisation: string,
  registry: EditionRegistry,
  national: ReturnType<typeof loadVietnameseCalendar>,
): WorkingCalendar | undefined {
  const newest = registry.editions().findLast(({ ref }) => ref.organisation === organisation);
  return newest && calendarsOfEdition(newest, national).own;
}
