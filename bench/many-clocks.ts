import type pg from "pg";

/** Tables in which a complaint has rows, with the columns that the server fills by itself left out. */
const COPIED = ["complaint", "event", "complaint_row", "clock", "complaint_text"] as const;

/** Copies a complaint with every row that it has, so many times, under ids of their own. Chains of copies do not verify. */
export async function copyComplaint(admin: pg.Pool, complaintId: string, copies: number): Promise<void> {
  for (const table of COPIED) {
    const { rows } = await admin.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = $1 and data_type <> 'xid8' order by ordinal_position`,
      [table],
    );
    const columns = rows.map(({ name }) => `"${name}"`);
    const copied = columns.map(
      (name) =>
        ({
          '"complaint_id"': "$1 || '-' || n",
          '"arrival"': "t.arrival + n",
          '"number"': "t.number || '-' || n",
          // A worker would seal them first, and that is measured elsewhere.
          '"sealed_sequence"': "t.last_sequence",
        })[name] ?? `t.${name}`,
    );
    await admin.query(
      `insert into ${table} (${columns.join(", ")})
       select ${copied.join(", ")} from ${table} t, generate_series(1, $2::int) n where t.complaint_id = $1`,
      [complaintId, copies],
    );
  }
}

/** What the firing of one copy wrote, put in bare for a list of others: the rows and nothing computed. */
export const BARE_FIRING = `
  with ids as (select unnest($1::text[]) as id),
  events as (
    insert into event (organisation, complaint_id, sequence, type, occurred_at, recorded_at, actor, command_id, data, salts, hash)
    select e.organisation, ids.id, e.sequence, e.type, e.occurred_at, e.recorded_at, e.actor, e.command_id, e.data, e.salts, e.hash
    from ids, event e where e.complaint_id = $2 and e.sequence > $3),
  sent as (
    insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, channel, content, urgency, queued_at, next_try_at)
    select o.organisation, ids.id || o.outbox_id, ids.id, o.sequence, o.kind, o.audience, o.recipient, o.channel, o.content, o.urgency, o.queued_at, o.next_try_at
    from ids, outbox o where o.complaint_id = $2),
  complaints as (
    update complaint c set last_sequence = f.last_sequence, last_hash = f.last_hash, last_recorded_at = f.last_recorded_at,
      next_firing_at = f.next_firing_at, changed_in = pg_current_xact_id()
    from ids, complaint f where c.organisation = f.organisation and c.complaint_id = ids.id and f.complaint_id = $2),
  listed as (
    update complaint_row r set sequence = f.sequence, updated_at = f.updated_at, breaches = f.breaches
    from ids, complaint_row f where r.organisation = f.organisation and r.complaint_id = ids.id and f.complaint_id = $2)
  update clock k set breached_at = f.breached_at, next_action_at = f.next_action_at
  from ids, clock f
  where k.organisation = f.organisation and k.complaint_id = ids.id and k.clock_id = f.clock_id and f.complaint_id = $2
    and f.breached_at is not null`;
