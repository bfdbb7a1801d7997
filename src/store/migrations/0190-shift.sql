-- What a shift leaves to the next: a note of one unit, or of the whole organisation, and who took it over.
create table shift_note (
  organisation text not null,
  note_id text not null,
  -- Null: for everybody.
  unit text,
  text text not null check (length(text) between 1 and 10000),
  written_by text not null,
  written_at timestamptz not null default clock_timestamp(),
  taken_by text,
  taken_at timestamptz,
  primary key (organisation, note_id),
  foreign key (organisation, unit) references unit (organisation, unit_id),
  foreign key (organisation, written_by) references person (organisation, person_id),
  foreign key (organisation, taken_by) references person (organisation, person_id),
  check ((taken_by is null) = (taken_at is null))
);
select keep_organisations_apart('shift_note');
grant select, insert, update on shift_note to hoiam_app;
create index shift_note_written on shift_note (organisation, written_at desc);

-- For the overview: calls that were promised and wait, and promises that were broken lately.
create index clock_call_back on clock (organisation, due_at) where ended_at is null and purpose = 'call-back';
create index clock_breached on clock (organisation, breached_at) where breached_at is not null and origin <> 'internal';

-- How many arrived today, hour by hour. Complaints come roughly in the order of their receipt, so a summary of pages is enough, and
-- costs next to nothing when one is taken in.
create index complaint_row_received on complaint_row using brin (received_at) with (pages_per_range = 32, autosummarize = on);

-- A notice to a unit, to a role or to whoever owns a clock is a row for each person whom that is today.
create or replace function notify_people() returns trigger
language plpgsql as $$
declare
  today constant date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  if not exists (select from added where audience <> 'customer' and recipient is not null) then return null; end if;
  insert into notification (organisation, notification_id, person_id, kind, complaint_id, made_at, data)
    select a.organisation, case when a.audience = 'person' then a.outbox_id else a.outbox_id || ':' || p.person_id end,
           p.person_id, a.kind, a.complaint_id, a.queued_at, a.content
    from added a
      left join complaint_row r on r.organisation = a.organisation and r.complaint_id = a.complaint_id
      left join lateral (
        select q.unit from clock k join coordination_row q on q.organisation = k.organisation
            and q.complaint_id = k.complaint_id and q.coordination_id = k.scope_id
        where k.organisation = a.organisation and k.complaint_id = a.complaint_id and k.clock_id = a.content ->> 'clockId'
      ) asked on a.audience = 'clock-owner' and a.recipient = 'asked-unit'
      cross join lateral (
        select case when a.audience = 'person' then a.recipient
                    when a.audience = 'clock-owner' and a.recipient = 'owner' then r.owner_id end as person_id,
               case when a.audience = 'unit' then a.recipient
                    when a.audience <> 'clock-owner' then null
                    when a.recipient in ('owner', 'owning-unit') then r.unit
                    when a.recipient = 'asked-unit' then coalesce(asked.unit, r.unit)
                    else a.recipient end as unit,
               case when a.audience = 'role' then a.recipient
                    when a.audience = 'clock-owner' and a.recipient not in ('owner', 'owning-unit', 'asked-unit')
                    then a.recipient end as role
      ) whom
      cross join lateral (
        select whom.person_id where whom.person_id is not null
        union
        select h.person_id from role_held h
        where whom.person_id is null and h.organisation = a.organisation and (h.unit = whom.unit or h.role = whom.role)
          and h.from_on <= today and (h.to_on is null or h.to_on >= today)
      ) p
    where a.audience <> 'customer' and a.recipient is not null
  on conflict (organisation, notification_id) do nothing;
  return null;
end $$;
