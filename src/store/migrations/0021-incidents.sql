-- One cause with many complaints: each keeps its own clocks and its own reply, and is linked to the incident by a fact of its own.
create table incident (
  organisation text not null,
  incident_id text not null,
  title text not null,
  service text not null,
  cause text,
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at),
  version integer not null default 1,
  opened_by jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (organisation, incident_id)
);
select keep_organisations_apart('incident');
grant select, insert, update on incident to hoiam_app;
-- For `incidents`: the running ones, and all of them, the latest first.
create index incident_running on incident (organisation, started_at, incident_id) where ended_at is null;
create index incident_started on incident (organisation, started_at, incident_id);

-- One answer to many complaints of an incident, by its Idempotency-Key: the same again answers those that are left of the same
-- complaints, and no others.
create table incident_reply (
  organisation text not null,
  reply_key text not null,
  request_hash bytea not null,
  incident_id text not null,
  complaint_ids text[] not null,
  given_by jsonb not null,
  given_at timestamptz not null default now(),
  primary key (organisation, reply_key),
  foreign key (organisation, incident_id) references incident
);
select keep_organisations_apart('incident_reply');
grant select, insert on incident_reply to hoiam_app;

-- What it was linked to last as the same incident.
alter table complaint_row add column incident_id text;
-- For an incident's complaints and their number.
create index complaint_row_incident on complaint_row (organisation, incident_id, arrival) where incident_id is not null;

create or replace function write_projections(
  p_organisation text, p_rows json, p_clocks json, p_coordinations json, p_texts json)
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
       units, about_person_ids, incident_id)
      = (excluded.number, excluded.sequence, excluded.procedure, excluded.edition_hash, excluded.received_at,
       excluded.updated_at, excluded.channel, excluded.channel_type, excluded.kind, excluded.nature, excluded.register,
       excluded.is_complaint, excluded.stage, excluded.phase, excluded.is_open, excluded.unit, excluded.owner_id,
       excluded.level, excluded.round, excluded.marks, excluded.missing, excluded.is_imported, excluded.is_paused,
       excluded.customer_id, excluded.customer_name, excluded.excerpt, excluded.due_at, excluded.due_clock_id,
       excluded.due_rule, excluded.breaches, excluded.outcome, excluded.closed_at, excluded.archived_at,
       excluded.units, excluded.about_person_ids, excluded.incident_id);
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
