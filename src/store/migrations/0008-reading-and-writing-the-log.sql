-- One call to load and one to write. Both enter the organisation, which would cost a round trip of its own otherwise.

create function instant_text(p_at timestamptz) returns text
language sql immutable
as $$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

create function events_of(p_organisation text, p_complaint_id text) returns json
language sql stable
as $$
  select coalesce(json_agg(json_build_object(
    'type', type, 'sequence', sequence, 'occurredAt', instant_text(occurred_at),
    'recordedAt', instant_text(recorded_at), 'actor', actor, 'data', data) order by sequence), '[]')
  from event where organisation = p_organisation and complaint_id = p_complaint_id
$$;

-- For a complaint that exists: its facts, the end of its chain, and the time of deciding, which is the database's and never
-- before the last fact. For a new one (no id): its arrival.
create function load_complaint(
  p_organisation text, p_complaint_id text, p_idempotency_key text, p_lock boolean,
  out decided_at text, out calendar_number integer, out arrival bigint, out number text, out last_sequence integer,
  out last_hash text, out events json, out earlier json)
language plpgsql as $$
declare
  v_last timestamptz;
begin
  perform enter_organisation(p_organisation);
  if p_idempotency_key is not null then
    select json_build_object('requestHash', encode(request_hash, 'hex'), 'complaintId', i.complaint_id,
             'firstSequence', i.first_sequence, 'lastSequence', i.last_sequence) into earlier
      from idempotency i where i.organisation = p_organisation and i.idempotency_key = p_idempotency_key;
  end if;
  if p_complaint_id is not null then
    if p_lock then
      perform from complaint c
        where c.organisation = p_organisation and c.complaint_id = p_complaint_id for update;
    end if;
    -- One statement, one snapshot: the events and the end of the chain belong together.
    select c.arrival, c.number, c.last_sequence, encode(c.last_hash, 'hex'), c.last_recorded_at,
           events_of(p_organisation, p_complaint_id)
      into arrival, number, last_sequence, last_hash, v_last, events
      from complaint c where c.organisation = p_organisation and c.complaint_id = p_complaint_id;
  elsif earlier is null then
    arrival := next_arrival(p_organisation);
  end if;
  select coalesce(max(v.number), 0) into calendar_number from calendar_version v where v.organisation = p_organisation;
  decided_at := instant_text(greatest(date_trunc('milliseconds', clock_timestamp()), v_last));
end $$;

-- The organisation's own calendar rules in force, where it ever changed those of its procedures.
create function current_calendar(p_organisation text, out number integer, out rules jsonb)
language plpgsql as $$
begin
  perform enter_organisation(p_organisation);
  select v.number, v.rules into number, rules
    from calendar_version v where v.organisation = p_organisation order by v.number desc limit 1;
end $$;

-- Complaints with a warning or breach due, locked against other workers, with their facts; those due first come first.
create function claim_due(p_organisation text, p_limit integer)
returns table (complaint_id text, arrival bigint, last_sequence integer, last_hash text, decided_at text, events json)
language plpgsql as $$
declare
  v_now timestamptz := date_trunc('milliseconds', clock_timestamp());
  v_claimed text[];
begin
  perform enter_organisation(p_organisation);
  v_claimed := array(
    select c.complaint_id from complaint c
    where c.organisation = p_organisation and c.next_firing_at <= v_now
    order by c.next_firing_at limit p_limit
    for update skip locked);
  -- A statement of its own: its snapshot is taken after the locks, so that it sees what others wrote before them.
  return query
    select c.complaint_id, c.arrival, c.last_sequence, encode(c.last_hash, 'hex'),
           instant_text(greatest(v_now, c.last_recorded_at)), events_of(p_organisation, c.complaint_id)
    from complaint c
    where c.organisation = p_organisation and c.complaint_id = any (v_claimed)
    order by c.next_firing_at;
end $$;

-- The organisations for which a worker has something to do now. One look into an index for each.
create function organisations_due() returns setof text
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
declare
  v_organisation text;
begin
  if coalesce(current_setting('hoiam.organisation', true), '') <> '' then
    raise exception 'this transaction is inside an organisation' using errcode = 'HA002';
  end if;
  for v_organisation in select o.organisation from organisation o order by 1 loop
    perform set_config('hoiam.organisation', v_organisation, true);
    perform from complaint c
      where c.organisation = v_organisation and c.next_firing_at <= clock_timestamp() limit 1;
    if found then return next v_organisation; end if;
  end loop;
  perform set_config('hoiam.organisation', '', true);
end $$;

-- Writes what commands decided, all of it or nothing. Each argument is a list; null where there is nothing of its sort.
-- Raises HA001 where a complaint has gone on since it was loaded.
create function append_events(
  p_organisation text, p_new json, p_changed json, p_events json, p_rows json, p_clocks json, p_coordinations json,
  p_texts json, p_outbox json, p_idempotency json, p_erasures json)
returns void
language plpgsql as $$
declare
  v_count integer;
begin
  perform enter_organisation(p_organisation);
  if p_new is not null then
    insert into complaint (organisation, complaint_id, arrival, number, last_sequence, last_hash, last_recorded_at, next_firing_at)
      select p_organisation, complaint_id, arrival, number, last_sequence, decode(last_hash, 'hex'), last_recorded_at, next_firing_at
      from json_to_recordset(p_new) as w (complaint_id text, arrival bigint, number text, last_sequence integer,
        last_hash text, last_recorded_at timestamptz, next_firing_at timestamptz);
  end if;
  if p_changed is not null then
    update complaint c
      set last_sequence = w.last_sequence, last_hash = decode(w.last_hash, 'hex'), last_recorded_at = w.last_recorded_at,
          next_firing_at = w.next_firing_at, changed_in = pg_current_xact_id()
      from json_to_recordset(p_changed) as w (complaint_id text, expected_sequence integer, last_sequence integer,
        last_hash text, last_recorded_at timestamptz, next_firing_at timestamptz)
      where c.organisation = p_organisation and c.complaint_id = w.complaint_id and c.last_sequence = w.expected_sequence;
    get diagnostics v_count = row_count;
    if v_count <> json_array_length(p_changed) then
      raise exception 'the complaint has gone on meanwhile' using errcode = 'HA001';
    end if;
  end if;
  if p_idempotency is not null then
    insert into idempotency (organisation, idempotency_key, request_hash, complaint_id, first_sequence, last_sequence, recorded_at)
      select p_organisation, idempotency_key, decode(request_hash, 'hex'), complaint_id, first_sequence, last_sequence, recorded_at
      from json_to_recordset(p_idempotency) as w (idempotency_key text, request_hash text, complaint_id text,
        first_sequence integer, last_sequence integer, recorded_at timestamptz);
  end if;
  insert into event (organisation, complaint_id, sequence, type, occurred_at, recorded_at, actor, command_id, data, salts, hash)
    select p_organisation, complaint_id, sequence, type, occurred_at, recorded_at, actor, command_id, data, salts, decode(hash, 'hex')
    from json_to_recordset(p_events) as w (complaint_id text, sequence integer, type text, occurred_at timestamptz,
      recorded_at timestamptz, actor jsonb, command_id text, data jsonb, salts jsonb, hash text);
  if p_erasures is not null then
    perform erase_value(p_organisation, w.complaint_id, w.sequence,
              array(select json_array_elements_text(w.path)), w.marker)
      from json_to_recordset(p_erasures) as w (complaint_id text, sequence integer, path json, marker text);
  end if;
  perform write_projections(p_organisation, p_rows, p_clocks, p_coordinations, p_texts);
  if p_outbox is not null then
    insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, channel, content, urgency,
                        queued_at, next_try_at)
      select p_organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, channel, content, urgency,
             queued_at, next_try_at
      from json_to_recordset(p_outbox) as w (outbox_id text, complaint_id text, sequence integer, kind text, audience text,
        recipient text, channel text, content jsonb, urgency text, queued_at timestamptz, next_try_at timestamptz);
  end if;
end $$;

-- Rows of the screens, new or in place of what stood there. Commands and `hoiam rebuild` write them by this alone.
create function write_projections(p_organisation text, p_rows json, p_clocks json, p_coordinations json, p_texts json)
returns void
language plpgsql as $$
begin
  perform enter_organisation(p_organisation);
  if p_rows is not null then
    insert into complaint_row as r
      select w.* from json_populate_recordset(null::complaint_row, p_rows) w
    on conflict (organisation, complaint_id) do update set
      (number, sequence, procedure, edition_hash, received_at, updated_at, channel, channel_type, kind, nature, register,
       is_complaint, stage, phase, is_open, unit, owner_id, level, round, marks, missing, is_imported, is_paused,
       customer_id, customer_name, excerpt, due_at, due_clock_id, due_rule, breaches, outcome, closed_at, archived_at,
       units, about_person_ids)
      = (excluded.number, excluded.sequence, excluded.procedure, excluded.edition_hash, excluded.received_at,
       excluded.updated_at, excluded.channel, excluded.channel_type, excluded.kind, excluded.nature, excluded.register,
       excluded.is_complaint, excluded.stage, excluded.phase, excluded.is_open, excluded.unit, excluded.owner_id,
       excluded.level, excluded.round, excluded.marks, excluded.missing, excluded.is_imported, excluded.is_paused,
       excluded.customer_id, excluded.customer_name, excluded.excerpt, excluded.due_at, excluded.due_clock_id,
       excluded.due_rule, excluded.breaches, excluded.outcome, excluded.closed_at, excluded.archived_at,
       excluded.units, excluded.about_person_ids);
  end if;
  if p_clocks is not null then
    insert into clock as c
      select w.* from json_populate_recordset(null::clock, p_clocks) w
    on conflict (organisation, complaint_id, clock_id) do update set
      (calendar_version, term, due_on, due_at, inclusive, warn_ats, warned, breached_at, pauses, extensions, status,
       ended_at, stopped_by, next_action_at)
      = (excluded.calendar_version, excluded.term, excluded.due_on, excluded.due_at, excluded.inclusive, excluded.warn_ats,
       excluded.warned, excluded.breached_at, excluded.pauses, excluded.extensions, excluded.status, excluded.ended_at,
       excluded.stopped_by, excluded.next_action_at);
  end if;
  if p_coordinations is not null then
    insert into coordination_row as c
      select w.* from json_populate_recordset(null::coordination_row, p_coordinations) w
    on conflict (organisation, complaint_id, coordination_id) do update set
      (unit, status, due_at, reminders, promised_repair_on, is_repair_done, is_waiting)
      = (excluded.unit, excluded.status, excluded.due_at, excluded.reminders, excluded.promised_repair_on,
       excluded.is_repair_done, excluded.is_waiting);
  end if;
  if p_texts is not null then
    insert into complaint_text as t
      select w.* from json_populate_recordset(null::complaint_text, p_texts) w
    on conflict (organisation, complaint_id) do update set (words, terms) = (excluded.words, excluded.terms);
  end if;
end $$;
