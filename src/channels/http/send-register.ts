import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { refOf } from "../../access/actor.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { readInside, writeInside, type Connection } from "../../projections/inside-organisation.ts";
import { noteInOrganisation } from "../../store/organisation-log.ts";
import type { SignedIn, Wiring } from "./api.ts";
import { BYTE_ORDER_MARK, lineFrom, type ExportLanguage } from "./export-lines.ts";

/** How many rows of a register are read in one transaction. */
export const REGISTER_PAGE = 200;

export type RegisterColumn<Row> = {
  name: Record<ExportLanguage, string>;
  value: (row: Row, language: ExportLanguage) => string | number | null;
};

export type RegisterTable<Row> = {
  /** As the organisation's log calls it. */
  list: "incoming-letters" | "outgoing-letters";
  /** It holds nothing of the work: taking it out is practice too, and is not noted. */
  isForPractice: boolean;
  /** Of the file, before the day. */
  name: string;
  columns: readonly RegisterColumn<Row>[];
  /** The rows after `last`, at most `REGISTER_PAGE`; fewer are the end. Without `last`: the first ones. */
  rowsAfter: (connection: Connection, last: Row | undefined) => Promise<Row[]>;
};

/** Notes who takes a register of letters out, with the names of the filters in `query` and not what was looked for; sends it as CSV while it is read. */
export async function sendRegister<Row>(
  reply: FastifyReply,
  wiring: Wiring,
  who: SignedIn,
  { table, query }: { table: RegisterTable<Row>; query: { language: ExportLanguage } },
): Promise<FastifyReply> {
  const { organisation } = who.identity;
  const filters = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || name === "language" ? [] : [name],
  );
  const facts = table.isForPractice ? [] : [{ type: "ListExported" as const, data: { list: table.list, filters } }];
  await writeInside(wiring.pool, organisation, (connection) =>
    noteInOrganisation(connection, organisation, { facts, by: refOf(who.actor) }),
  );
  return reply
    .header("content-type", "text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${table.name}-${dayInVietnam(wiring.now())}.csv"`)
    .send(Readable.from(linesOf(wiring, organisation, { table, language: query.language })));
}

/** Each page is a transaction of its own, so that a slow line holds nothing in the database. */
async function* linesOf<Row>(
  { pool }: Wiring,
  organisation: string,
  { table: { columns, rowsAfter }, language }: { table: RegisterTable<Row>; language: ExportLanguage },
): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${lineFrom(columns.map(({ name }) => name[language]))}`;
  for (let last: Row | undefined; ;) {
    const after = last;
    const rows = await readInside(pool, organisation, (connection) => rowsAfter(connection, after));
    if (rows.length > 0) yield rows.map((row) => lineFrom(columns.map(({ value }) => value(row, language)))).join("");
    if (rows.length < REGISTER_PAGE) return;
    last = rows.at(-1);
  }
}
