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

/**
 * A transaction inside an organisation; it is rolled back when `work` throws.
 *
 * @param work calls `commit` right after it sent its last statement, if it likes: the commit then leaves without waiting for that
 *   statement's answer, and rolls back where it failed. Whatever the work locked is free a round trip earlier.
 */
export function writeInside<Result>(
  pool: pg.Pool,
  organisation: string,
  work: (connection: Connection, commit: Commit) => Promise<Result>,
): Promise<Result> {
  return inside(pool, { organisation, begin: "begin" }, work);
}

/** Sends the commit, once. */
export type Commit = () => Promise<unknown>;

async function inside<Result>(
  pool: pg.Pool,
  { organisation, begin }: { organisation: string; begin: string },
  work: (connection: Connection, commit: Commit) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Both in one round trip; a setting cannot be a parameter of `set local`. The first of the work follows without waiting.
  const begun = handled(client.query(`${begin}; select enter_organisation(${pg.escapeLiteral(organisation)})`));
  let committed: Promise<unknown> | undefined;
  const commit = () => (committed ??= handled(client.query("commit")));
  try {
    const result = await work(client, commit);
    await begun;
    await commit();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not given to anybody else.
    await client.query("rollback").catch((reason: Error) => (broken = reason));
    // Where it did not begin, that is the reason, and what the work met only followed from it.
    await begun;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Somebody awaits it later: until then, a failure is nothing unheard of. */
function handled<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}
