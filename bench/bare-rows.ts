import type pg from "pg";

/** The rows that one complaint made, table by table: columns, and every value as text. */
export type BareTemplate = {
  complaintId: string;
  number: string;
  tables: { table: string; columns: string[]; rows: (string | null)[][] }[];
};

const TABLES = ["complaint", "event", "complaint_row", "clock", "complaint_text", "outbox"] as const;

export type BareStatement = {
  name: string;
  text: string;
  valuesFor: (complaint: { complaintId: string; arrival: string }) => unknown[];
};

/** Takes the rows of a complaint out of the tables as they are, to put the same ones in again bare. */
export async function readTemplate(admin: pg.Pool, complaintId: string): Promise<BareTemplate> {
  const tables: BareTemplate["tables"] = [];
  let number = "";
  for (const table of TABLES) {
    // Transaction numbers come from the server, bare rows or not.
    const { rows: found } = await admin.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = $1 and data_type <> 'xid8' order by ordinal_position`,
      [table],
    );
    const columns = found.map(({ name }) => name);
    const { rows } = await admin.query<{ cells: (string | null)[] }>(
      `select array[${columns.map((name) => `"${name}"::text`).join(", ")}] as cells from ${table} where complaint_id = $1`,
      [complaintId],
    );
    if (rows.length > 0) tables.push({ table, columns, rows: rows.map(({ cells }) => cells) });
    if (table === "complaint") number = rows[0]?.cells[columns.indexOf("number")] ?? "";
  }
  return { complaintId, number, tables };
}

/** All rows in one statement with a parameter for each value: one round trip and one commit, nothing computed. */
export function bareStatement({ complaintId: templateId, number, tables }: BareTemplate): BareStatement {
  let places = 0;
  const inserts = tables.map(({ table, columns, rows }, index) => {
    const values = rows.map((row) => `(${row.map(() => `$${(places += 1)}`).join(", ")})`);
    return `i${index} as (insert into ${table} (${columns.map((name) => `"${name}"`).join(", ")}) values ${values.join(", ")})`;
  });
  const columns = tables.flatMap((table) => table.rows.flatMap(() => table.columns));
  const cells = tables.flatMap(({ rows }) => rows.flat());
  return {
    name: "bare_complaint",
    text: `with ${inserts.join(", ")} select 1`,
    valuesFor: ({ complaintId, arrival }) =>
      cells.map((cell, index) => {
        if (columns[index] === "arrival") return arrival;
        if (cell === number) return arrival;
        return cell?.includes(templateId) ? cell.replaceAll(templateId, complaintId) : cell;
      }),
  };
}

/** What the barest ticket system writes: a ticket, two events and a timer, in tables with no more than their keys. */
export const BARE_TICKET_TABLES = `
  create table if not exists bare_ticket (ticket_id uuid primary key, number bigint not null, customer text not null, content text not null, status text not null, at timestamptz not null);
  create table if not exists bare_event (ticket_id uuid not null, sequence integer not null, type text not null, at timestamptz not null, data jsonb not null, primary key (ticket_id, sequence));
  create table if not exists bare_timer (ticket_id uuid primary key, due_at timestamptz not null);
  create index if not exists bare_timer_due on bare_timer (due_at)`;

export function bareTicketStatement(): BareStatement {
  const content = "mạng chậm từ hôm qua họp trực tuyến cứ đứng hình ".repeat(4);
  const data = JSON.stringify({ content, channel: "email", phone: "0912 345 678" });
  return {
    name: "bare_ticket",
    text: `with t as (insert into bare_ticket values ($1, $2, $3, $4, 'new', now())),
             e as (insert into bare_event values ($1, 1, 'registered', now(), $5), ($1, 2, 'stage', now(), $5))
           insert into bare_timer values ($1, now() + interval '2 days')`,
    valuesFor: ({ complaintId, arrival }) => [complaintId, arrival, `Khách hàng ${arrival}`, content, data],
  };
}
