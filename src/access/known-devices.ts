import type { Pool } from "pg";
import { readInside, type Connection } from "../projections/inside-organisation.ts";
import { newKey, type Key } from "./key.ts";

const DEVICES_OF_PERSON_MAX = 20;

/** Whether somebody with this sign-in name signed in with this device before. It proves nothing else. */
export async function isKnownDevice(pool: Pool, device: Key, signInName: string): Promise<boolean> {
  const { organisation, hash } = device;
  const { rowCount } = await readInside(pool, organisation, (client) =>
    client.query(
      `select from known_device d join person p using (organisation, person_id)
       where d.organisation = $1 and d.device_hash = $2 and p.sign_in_name = $3`,
      [organisation, hash, signInName],
    ),
  );
  return rowCount === 1;
}

/**
 * Remembers where a person signed in, the latest devices only. `device`: the one that was sent along; another one is made where
 * there is none, or it is another organisation's.
 */
export async function rememberDevice(
  client: Connection,
  { organisation, personId, device }: { organisation: string; personId: string; device: Key | undefined },
): Promise<Key> {
  const kept = device?.organisation === organisation ? device : newKey(organisation);
  await client.query(
    `insert into known_device (organisation, device_hash, person_id) values ($1, $2, $3)
     on conflict (organisation, device_hash, person_id) do update set seen_at = now()`,
    [organisation, kept.hash, personId],
  );
  await client.query(
    `delete from known_device where organisation = $1 and person_id = $2 and device_hash in (
       select device_hash from known_device where organisation = $1 and person_id = $2
       order by seen_at desc offset $3)`,
    [organisation, personId, DEVICES_OF_PERSON_MAX],
  );
  return kept;
}
