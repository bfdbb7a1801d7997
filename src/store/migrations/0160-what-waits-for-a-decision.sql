-- Verbs of the decisions that a complaint waits for: approve-resolution, give-direction, approve-remedy, check-paper, sign-paper. Rows
-- from before get them with their next fact, or by `hoiam rebuild`.
alter table complaint_row add column awaits text[] not null default '{}';

-- For `waitingForDecision`: few of all complaints wait for one.
create index complaint_row_awaits on complaint_row (organisation, precedence, due_at) where is_open and awaits <> '{}';

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
       units, about_person_ids, incident_id, precedence, awaits)
      = (excluded.number, excluded.sequence, excluded.procedure, excluded.edition_hash, excluded.received_at,
       excluded.updated_at, excluded.channel, excluded.channel_type, excluded.kind, excluded.nature, excluded.register,
       excluded.is_complaint, excluded.stage, excluded.phase, excluded.is_open, excluded.unit, excluded.owner_id,
       excluded.level, excluded.round, excluded.marks, excluded.missing, excluded.is_imported, excluded.is_paused,
       excluded.customer_id, excluded.customer_name, excluded.excerpt, excluded.due_at, excluded.due_clock_id,
       excluded.due_rule, excluded.breaches, excluded.outcome, excluded.closed_at, excluded.archived_at,
       excluded.units, excluded.about_person_ids, excluded.incident_id, excluded.precedence, excluded.awaits);
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
