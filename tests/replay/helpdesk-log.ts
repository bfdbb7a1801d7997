import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One line of the log: something done to a ticket. */
export type LogLine = { ticket: string; activity: string; resource: string; at: string; seriousness: string };

/** The public help-desk log by ticket, each in the order of the file. Its times have no zone and are taken as UTC. */
export function readHelpdeskLog(file: string): Map<string, LogLine[]> {
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.trimEnd().split(",");
  const column = (name: string) => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`the log has no column ${name}`);
    return index;
  };
  const columns = {
    ticket: column("Case ID"),
    activity: column("Activity"),
    resource: column("Resource"),
    at: column("Complete Timestamp"),
    seriousness: column("seriousness_2"),
  };
  const tickets = new Map<string, LogLine[]>();
  for (const line of lines) {
    const cells = line.trimEnd().split(",");
    const cell = (index: number) => cells[index] ?? "";
    const ticket = cell(columns.ticket);
    const read: LogLine = {
      ticket,
      activity: cell(columns.activity),
      resource: cell(columns.resource),
      // 2012/10/09 14:50:17.000
      at: `${cell(columns.at).replaceAll("/", "-").replace(" ", "T")}Z`,
      seriousness: cell(columns.seriousness),
    };
    const known = tickets.get(ticket);
    if (known) known.push(read);
    else tickets.set(ticket, [read]);
  }
  return tickets;
}
