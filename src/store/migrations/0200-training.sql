-- Complaints to practise on. Each row says where it is shown: among the work, in training, or nowhere once the training is over;
-- they have running numbers of their own, so that those of the real ones have no gaps.
alter table complaint_row add column shown_in text not null default 'work'
  check (shown_in in ('work', 'training', 'nowhere'));
-- For every list while somebody practises: few among many.
create index complaint_row_training on complaint_row (organisation, arrival) where shown_in = 'training';

-- Whether this session practises. The role that the program acts as may change nothing else of a session.
alter table session add column is_training boolean not null default false;
grant update (is_training) on session to hoiam_app;

create function is_training(p_organisation text, p_token_hash bytea) returns boolean
language plpgsql as $$
begin
  perform enter_organisation(p_organisation);
  return coalesce((select s.is_training from session s
                   where s.organisation = p_organisation and s.token_hash = p_token_hash), false);
end $$;

drop function load_complaint(text, text, text, boolean);
drop function next_arrival(text);
drop function create_complaint_sequence(text, integer);
drop function complaint_sequence(text, integer);

create function complaint_sequence(p_organisation text, p_year integer, p_is_training boolean) returns text
language sql immutable
as $$
  select 'numbers.' || case when p_is_training then 'training_' else 'complaint_' end || md5(p_organisation) || '_' || p_year
$$;

-- Only the first complaint of a year comes here; those at the same moment wait for it.
create function create_complaint_sequence(p_organisation text, p_year integer, p_is_training boolean) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform enter_organisation(p_organisation);
  perform pg_advisory_xact_lock(18497, hashtext(p_organisation || p_year));
  execute format('create sequence if not exists %s', complaint_sequence(p_organisation, p_year, p_is_training));
end $$;

-- The next number as an arrival: the year (in Vietnam), then the running number in nine digits, which begins with 9 in training.
create function next_arrival(p_organisation text, p_is_training boolean) returns bigint
language plpgsql as $$
declare
  v_year integer := extract(year from clock_timestamp() at time zone 'Asia/Ho_Chi_Minh');
  v_sequence text := complaint_sequence(p_organisation, v_year, p_is_training);
begin
  perform enter_organisation(p_organisation);
  if to_regclass(v_sequence) is null then perform create_complaint_sequence(p_organisation, v_year, p_is_training); end if;
  return v_year * 1000000000::bigint + case when p_is_training then 900000000 else 0 end + nextval(v_sequence::regclass);
end $$;

-- The same as before, but for the series that a new complaint's number is of.
create function load_complaint(
  p_organisation text, p_complaint_id text, p_idempotency_key text, p_lock boolean, p_is_training boolean,
  out decided_at text, out calendar_number integer, out arrival bigint, out number text, out last_sequence integer,
  out last_hash text, out events json, out earlier json)
language plpgsql as $$
declare
  v_last timestamptz;
begin
  perform enter_organisation(p_organisation);
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
  end if;
  if p_idempotency_key is not null then
    select json_build_object('requestHash', encode(request_hash, 'hex'), 'complaintId', i.complaint_id,
             'firstSequence', i.first_sequence, 'lastSequence', i.last_sequence) into earlier
      from idempotency i where i.organisation = p_organisation and i.idempotency_key = p_idempotency_key;
  end if;
  if p_complaint_id is null and earlier is null then
    arrival := next_arrival(p_organisation, p_is_training);
  end if;
  select coalesce(max(v.number), 0) into calendar_number from calendar_version v where v.organisation = p_organisation;
  decided_at := instant_text(greatest(date_trunc('milliseconds', clock_timestamp()), v_last));
end $$;

-- The same as before; a complaint leads to those only that are shown where it is.
drop function is_link_target(text, text, text);
create function is_link_target(p_organisation text, p_to text, p_person_id text, p_shown_in text) returns boolean
language plpgsql as $$
begin
  perform enter_organisation(p_organisation);
  return exists (
      select from incident i where i.organisation = p_organisation and i.incident_id = p_to)
    or exists (
      select from complaint c join complaint_row r using (organisation, complaint_id)
      where c.organisation = p_organisation and (c.complaint_id = p_to or c.number = p_to) and r.shown_in = p_shown_in
        and not coalesce(p_person_id = any (r.about_person_ids), false));
end $$;

-- The same as before; what would leave may say that it does not, and why.
create or replace function append_events(p_organisation text, p_new json, p_changed json, p_events json, p_rows json, p_clocks json, p_coordinations json, p_texts json, p_outbox json, p_idempotency json, p_erasures json)
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
                        status, last_error, queued_at, next_try_at)
      select p_organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, channel, content, urgency,
             coalesce(status, 'queued'), last_error, queued_at, next_try_at
      from json_to_recordset(p_outbox) as w (outbox_id text, complaint_id text, sequence integer, kind text, audience text,
        recipient text, channel text, content jsonb, urgency text, status text, last_error text, queued_at timestamptz,
        next_try_at timestamptz);
  end if;
end $$;

-- The same as before, with where a complaint is shown.
create or replace function write_projections(p_organisation text, p_rows json, p_clocks json, p_coordinations json, p_texts json)
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
       units, about_person_ids, incident_id, precedence, awaits, shown_in)
      = (excluded.number, excluded.sequence, excluded.procedure, excluded.edition_hash, excluded.received_at,
       excluded.updated_at, excluded.channel, excluded.channel_type, excluded.kind, excluded.nature, excluded.register,
       excluded.is_complaint, excluded.stage, excluded.phase, excluded.is_open, excluded.unit, excluded.owner_id,
       excluded.level, excluded.round, excluded.marks, excluded.missing, excluded.is_imported, excluded.is_paused,
       excluded.customer_id, excluded.customer_name, excluded.excerpt, excluded.due_at, excluded.due_clock_id,
       excluded.due_rule, excluded.breaches, excluded.outcome, excluded.closed_at, excluded.archived_at,
       excluded.units, excluded.about_person_ids, excluded.incident_id, excluded.precedence, excluded.awaits,
       excluded.shown_in);
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
