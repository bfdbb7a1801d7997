import { readTemplate, BARE_TICKET_TABLES, type BareTemplate } from "./bare-rows.ts";
import { openBenchDatabase } from "./bench-database.ts";
import { startProgram } from "./bench-program.ts";
import type { FloorAnswer } from "./floor-process.ts";
import { intakeOnly } from "./life.ts";
import type { LoadAnswer } from "./load-process.ts";
import { figure, measuredOf, median, type Measured } from "./measures.ts";
import { startProcess } from "./processes.ts";
import { keepResults } from "./results.ts";

const AT_ONCE = 16;
const ROUNDS = 5;

/**
 * Intake over HTTP beside the same rows put bare into the same tables, and beside the barest ticket, turn by turn in one run, so
 * that a busy minute of the machine falls on all of them.
 */
export async function benchIntake({ secondsEach = 4 }: { secondsEach?: number } = {}): Promise<void> {
  const database = await openBenchDatabase();
  const program = await startProgram(database);
  const load = startProcess("load-process.ts");
  const floor = startProcess("floor-process.ts");
  try {
    await database.admin.query(BARE_TICKET_TABLES);
    const http = (clients: number, seconds: number) =>
      load.ask<LoadAnswer>({ ...program, process: undefined, clients, seconds, life: intakeOnly }).then(intakeOf);
    const bare = (template: BareTemplate | "ticket", seconds: number) =>
      floor
        .ask<FloorAnswer>({ url: database.superuserUrl, clients: AT_ONCE, seconds, template })
        .then(({ timesMs, elapsedMs }) => measuredOf(timesMs, elapsedMs));
    await http(AT_ONCE, 5);
    const { rows } = await database.admin.query<{ complaint_id: string }>("select complaint_id from complaint limit 1");
    const template = await readTemplate(database.admin, rows[0]?.complaint_id ?? "");
    await bare(template, 2);
    await bare("ticket", 2);
    const measured = {
      http: [] as Measured[],
      one: [] as Measured[],
      rows: [] as Measured[],
      ticket: [] as Measured[],
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      measured.rows.push(await bare(template, secondsEach));
      measured.http.push(await http(AT_ONCE, secondsEach));
      measured.ticket.push(await bare("ticket", secondsEach));
      measured.one.push(await http(1, secondsEach / 2));
    }
    keep(measured, template);
  } finally {
    await Promise.all([load.end(), floor.end(), program.end()]);
    await database.stop();
  }
}

function intakeOf({ timesMs, elapsedMs, failures }: LoadAnswer): Measured {
  if (failures.length > 0) throw new Error(`intake failed: ${failures.join("; ")}`);
  return measuredOf(timesMs["register"] ?? [], elapsedMs);
}

function keep(measured: Record<"http" | "one" | "rows" | "ticket", Measured[]>, template: BareTemplate): void {
  const rate = (of: Measured[]) => median(of.map(({ perSecond }) => perSecond));
  const [http, bare, ticket] = [rate(measured.http), rate(measured.rows), rate(measured.ticket)];
  const p50One = median(measured.one.map(({ p50 }) => p50));
  const ofBare = http / bare;
  const ofTicket = http / ticket;
  const p95 = median(measured.http.map((each) => each.p95));
  const rowsEach = template.tables.map(({ table, rows }) => `${rows.length} ${table}`).join(", ");
  keepResults("intake", {
    rows: [
      {
        what: `intake over HTTP, ${AT_ONCE} at once`,
        measured: `${figure(http)} /s, p95 ${figure(p95)} ms`,
        target: "≥ 300 /s",
        reached: http >= 300,
      },
      { what: `the same rows bare (${rowsEach})`, measured: `${figure(bare)} /s` },
      {
        what: "HTTP of the same rows bare",
        measured: `${figure(ofBare * 100)} %`,
        target: "≥ 50 %",
        reached: ofBare >= 0.5,
      },
      { what: "one ticket, two events, one timer, bare", measured: `${figure(ticket)} /s` },
      {
        what: "HTTP of the bare ticket",
        measured: `${figure(ofTicket * 100)} %`,
        target: "≥ 25 %",
        reached: ofTicket >= 0.25,
      },
      {
        what: "one client: p50",
        measured: `${figure(p50One)} ms, ${figure(rate(measured.one))} /s`,
        target: "≤ 3 ms",
        reached: p50One <= 3,
      },
    ],
    notes: [
      `Medians of ${ROUNDS} rounds, the kinds turn by turn; program with its worker, load and bare client each in a process of its own.`,
      `All share the machine with PostgreSQL: over HTTP, the program's and the load's own work leaves it less of the cores than the bare client does.`,
      "Bare: `pg` with one prepared statement for each complaint, by the superuser, past row-level security, nothing computed or checked.",
    ],
  });
}

if (import.meta.main) await benchIntake();
