import pg from "pg";

/** What a query runs on: a connection whose transaction has entered an organisation. */
export type Connection = Pick<pg.ClientBase, "query">;

/**
 * Reads inside an organisation, on one snapshot: row-level security shows no other's rows, and none at all outside of this.
 * The connection goes back to the pool without a trace of the organisation.
 */
export function readInside<Result>(
  pool: pg.Pool,
  organisation: string,
  read: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  return inside(pool, { organisation, begin: "begin isolation level repeatable read read only" }, read);
}

/** A transaction inside an organisation; it is rolled back when `work` throws. */
export function writeInside<Result>(
  pool: pg.Pool,
  organisation: string,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  return inside(pool, { organisation, begin: "begin" }, work);
}

async function inside<Result>(
  pool: pg.Pool,
  { organisation, begin }: { organisation: string; begin: string },
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Both in one round trip; a setting cannot be a parameter of `set local`.
    await client.query(`${begin}; select enter_organisation(${pg.escapeLiteral(organisation)})`);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not given to anybody else.
    await client.query("rollback").catch((reason: Error) => (broken = reason));
    throw error;
  } finally {
    client.release(broken);
  }
}
