import type { Pool } from "pg";
import { writeInside } from "../projections/inside-organisation.ts";

/** What is open to everybody, with its bound for one place: so many turns within so many seconds. */
const bounds = {
  // A carrier has thousands behind one address: these keep machines out, not a street whose internet is down.
  "wrong-code": { turns: 20, withinS: 600 },
  complaint: { turns: 60, withinS: 3600 },
  upload: { turns: 300, withinS: 3600 },
  rating: { turns: 60, withinS: 3600 },
  // Of one code, from one address: a stranger who found a link makes the customer's own telephone wait for nothing.
  "one-time-code": { turns: 5, withinS: 600 },
  // Of one code, from everywhere: so often may a telephone ring.
  "one-time-code-of-all": { turns: 30, withinS: 3600 },
  // Of one code.
  command: { turns: 60, withinS: 3600 },
} as const;
export type PublicTurn = keyof typeof bounds;

const FORGOTTEN_AFTER_S = 86_400;

/** What an address that names no organisation is counted under. No organisation can have this id. */
export const NO_ORGANISATION = "-";

/**
 * Takes a turn, and says how many seconds to wait before there is another one; 0: this one counts.
 *
 * @param turn.place the counted address, or the code and the address, that it is counted for
 */
export async function takePublicTurn(
  pool: Pool,
  { organisation, what, place }: { organisation: string; what: PublicTurn; place: string },
): Promise<number> {
  const { turns, withinS } = bounds[what];
  return writeInside(pool, organisation, async (connection) => {
    await connection.query(
      "delete from public_turn where organisation = $1 and began_at < now() - $2 * interval '1 second'",
      [organisation, FORGOTTEN_AFTER_S],
    );
    const { rows } = await connection.query<{ turns: number; left_s: number }>(
      `insert into public_turn as t (organisation, what, place, turns, began_at) values ($1, $2, $3, 1, now())
       on conflict (organisation, what, place) do update set
         turns = case when t.began_at < now() - $4 * interval '1 second' then 1 else t.turns + 1 end,
         began_at = case when t.began_at < now() - $4 * interval '1 second' then now() else t.began_at end
       returning turns, ceil($4 - extract(epoch from now() - began_at))::integer as left_s`,
      [organisation, what, place, withinS],
    );
    const taken = rows[0];
    return taken && taken.turns > turns ? Math.max(1, taken.left_s) : 0;
  });
}
