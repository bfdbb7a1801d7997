import { randomUUID } from "node:crypto";
import pg from "pg";
import { bareStatement, bareTicketStatement, type BareTemplate } from "./bare-rows.ts";
import { answerQuestions } from "./processes.ts";

/** Puts rows bare into tables with so many clients at once, one prepared statement and one commit for each complaint. */
export type FloorQuestion = { url: string; clients: number; seconds: number; template: BareTemplate | "ticket" };
export type FloorAnswer = { timesMs: number[]; elapsedMs: number };

let pool: pg.Pool | undefined;
// Apart from the numbers that the program gives, and from those of an earlier run.
let nextArrival = 3_000_000_000_000 + Date.now();

answerQuestions(
  async ({ url, clients, seconds, template }: FloorQuestion) => {
    const from = (pool ??= new pg.Pool({ connectionString: url, max: 32 }));
    const statement = template === "ticket" ? bareTicketStatement() : bareStatement(template);
    const connections = await Promise.all(Array.from({ length: clients }, () => from.connect()));
    const timesMs: number[] = [];
    const began = performance.now();
    const until = began + seconds * 1000;
    await Promise.all(
      connections.map(async (connection) => {
        while (performance.now() < until) {
          const complaintId = randomUUID();
          const arrival = String((nextArrival += 1));
          const sent = performance.now();
          await connection.query({
            name: statement.name,
            text: statement.text,
            values: statement.valuesFor({ complaintId, arrival }),
          });
          timesMs.push(performance.now() - sent);
        }
      }),
    );
    const elapsedMs = performance.now() - began;
    for (const connection of connections) connection.release();
    return { timesMs, elapsedMs };
  },
  async () => pool?.end(),
);
