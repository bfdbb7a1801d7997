import type { Connection } from "../projections/inside-organisation.ts";
import { plainIdentifier, plainName } from "./customer-identifiers.ts";

/** `kind`: one that every customer has, or the id of a field by which this provider's packs identify customers. */
export type Identifier = { kind: string; asWritten: string };

export type CustomerRow = {
  customerId: string;
  name: string;
  customerClass: string | null;
  consumer: boolean | null;
  address: string | null;
  note: string | null;
  identifiers: Identifier[];
  version: number;
  changedAt: string;
};

export type CustomerFields = {
  name: string;
  customerClass?: string | null | undefined;
  consumer?: boolean | null | undefined;
  address?: string | null | undefined;
  note?: string | null | undefined;
  identifiers: Identifier[];
};

const columns = `c.customer_id as "customerId", c.name, c.customer_class as "customerClass", c.consumer, c.address, c.note,
  c.version, instant_text(c.changed_at) as "changedAt",
  (select coalesce(json_agg(json_build_object('kind', i.kind, 'asWritten', i.as_written) order by i.kind, i.plain), '[]')
   from customer_identifier i where i.organisation = c.organisation and i.customer_id = c.customer_id) as identifiers`;

/**
 * Customers that what the caller read out can mean: their number or address in any form, or the beginning of their name.
 * `kinds`: what they may be known by here; `kind` narrows it to one of them. Those known by exactly this number come first.
 */
export async function findCustomers(
  client: Connection,
  organisation: string,
  { words, kinds, kind, limit }: { words: string; kinds: readonly string[]; kind?: string | undefined; limit: number },
): Promise<CustomerRow[]> {
  const wanted = (kind === undefined ? kinds : [kind]).flatMap((each) => {
    const plain = plainIdentifier(each, words);
    return plain === undefined ? [] : [{ kind: each, plain }];
  });
  const name = kind === undefined ? plainName(words) : "";
  const { rows } = await client.query<CustomerRow>(
    // Ranges, because the comparison of LIKE may not use an index below row-level security.
    `with known as (
       select i.customer_id, min(case when i.plain = w.plain then 0 else 1 end) as rank
       from json_to_recordset($2) as w (kind text, plain text)
       join customer_identifier i on i.organisation = $1 and i.kind = w.kind
         and i.plain >= w.plain and (i.plain = w.plain or length(w.plain) >= 4 and i.plain < w.plain || '~')
       group by i.customer_id limit 200),
     named as (
       select customer_id, 2 as rank from customer
       where organisation = $1 and length($3) >= 2 and plain_name >= $3 and plain_name < $3 || '~' limit 200)
     select ${columns}
     from (select customer_id, min(rank) as rank from (table known union all table named) f group by customer_id) found
     join customer c on c.organisation = $1 and c.customer_id = found.customer_id and c.removed_at is null
     order by found.rank, c.plain_name, c.customer_id limit $4`,
    [organisation, JSON.stringify(wanted), name, limit],
  );
  return rows;
}

export async function customerById(
  client: Connection,
  organisation: string,
  customerId: string,
): Promise<CustomerRow | undefined> {
  const { rows } = await client.query<CustomerRow>(
    `select ${columns} from customer c where c.organisation = $1 and c.customer_id = $2 and c.removed_at is null`,
    [organisation, customerId],
  );
  return rows[0];
}

/** Puts somebody into the directory. Two customers may share a number: a family, a building. */
export async function addCustomer(
  client: Connection,
  organisation: string,
  customerId: string,
  fields: CustomerFields,
): Promise<CustomerRow> {
  await client.query(
    `insert into customer (organisation, customer_id, name, plain_name, customer_class, consumer, address, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [organisation, customerId, ...valuesOf(fields)],
  );
  await writeIdentifiers(client, organisation, customerId, fields.identifiers);
  const added = await customerById(client, organisation, customerId);
  if (!added) throw new Error("the customer was not kept");
  return added;
}

/** Replaces what is known of a customer. `version`: the one that was read; another one since then is a conflict. */
export async function replaceCustomer(
  client: Connection,
  organisation: string,
  { customerId, version, fields }: { customerId: string; version?: number | undefined; fields: CustomerFields },
): Promise<CustomerRow | "unknown-customer" | "changed-meanwhile"> {
  const { rowCount } = await client.query(
    `update customer set
       (name, plain_name, customer_class, consumer, address, note, version, changed_at)
       = ($3, $4, $5, $6::boolean, $7, $8, version + 1, now())
     where organisation = $1 and customer_id = $2 and removed_at is null and ($9::integer is null or version = $9)`,
    [organisation, customerId, ...valuesOf(fields), version ?? null],
  );
  if (rowCount === 1) await writeIdentifiers(client, organisation, customerId, fields.identifiers);
  const now = await customerById(client, organisation, customerId);
  if (!now) return "unknown-customer";
  return rowCount === 1 ? now : "changed-meanwhile";
}

/** Takes somebody out of the directory; complaints keep what was written in them. */
export async function removeCustomer(client: Connection, organisation: string, customerId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `update customer set (name, plain_name, address, note, removed_at, version) = ('', '', null, null, now(), version + 1)
     where organisation = $1 and customer_id = $2 and removed_at is null`,
    [organisation, customerId],
  );
  await writeIdentifiers(client, organisation, customerId, []);
  return rowCount === 1;
}

function valuesOf({ name, customerClass, consumer, address, note }: CustomerFields) {
  return [name, plainName(name), customerClass ?? null, consumer ?? null, address ?? null, note ?? null];
}

async function writeIdentifiers(
  client: Connection,
  organisation: string,
  customerId: string,
  identifiers: readonly Identifier[],
): Promise<void> {
  const rows = identifiers.flatMap(({ kind, asWritten }) => {
    const plain = plainIdentifier(kind, asWritten);
    return plain === undefined ? [] : [{ kind, plain, as_written: asWritten }];
  });
  await client.query("delete from customer_identifier where organisation = $1 and customer_id = $2", [
    organisation,
    customerId,
  ]);
  await client.query(
    `insert into customer_identifier (organisation, kind, plain, customer_id, as_written)
     select $1, kind, plain, $2, as_written from json_to_recordset($3) as i (kind text, plain text, as_written text)
     on conflict do nothing`,
    [organisation, customerId, JSON.stringify(rows)],
  );
}
