import type { ActorRef } from "../complaint/events/event.ts";
import type { Connection } from "../projections/inside-organisation.ts";

type Pair = { complaintId: string; otherId: string };

/** A person says that two complaints are two matters; said once, it stands for both. */
export async function sayNotDuplicate(
  connection: Connection,
  organisation: string,
  { by, ...pair }: Pair & { by: ActorRef },
): Promise<void> {
  await connection.query(
    `insert into not_duplicate (organisation, complaint_id, other_id, said_by) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [organisation, ...inOrder(pair), JSON.stringify(by)],
  );
}

/** The way back: they are proposed again. */
export async function takeBackNotDuplicate(connection: Connection, organisation: string, pair: Pair): Promise<void> {
  await connection.query("delete from not_duplicate where organisation = $1 and complaint_id = $2 and other_id = $3", [
    organisation,
    ...inOrder(pair),
  ]);
}

/** Those of which somebody said that they are another matter than this one. */
export async function notDuplicatesOf(
  connection: Connection,
  organisation: string,
  complaintId: string,
): Promise<Set<string>> {
  const { rows } = await connection.query<{ other: string }>(
    `select other_id as other from not_duplicate where organisation = $1 and complaint_id = $2
     union all select complaint_id from not_duplicate where organisation = $1 and other_id = $2`,
    [organisation, complaintId],
  );
  return new Set(rows.map(({ other }) => other));
}

function inOrder({ complaintId, otherId }: Pair): [string, string] {
  return complaintId < otherId ? [complaintId, otherId] : [otherId, complaintId];
}
