-- The same as before, one notice at a time: joined to the new rows as a whole, the planner read all complaints and all clocks for
-- each statement that told somebody something. A few look-ups by key instead.
create or replace function notify_people() returns trigger
language plpgsql as $$
declare
  today constant date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  told record;
  file record;
  v_unit text;
begin
  for told in select * from added where audience <> 'customer' and recipient is not null loop
    if told.audience = 'person' then
      perform notify_person(told.organisation, told.outbox_id, told.recipient, told.kind, told.complaint_id, told.queued_at, told.content);
      continue;
    end if;
    select r.owner_id, r.unit into file from complaint_row r
      where r.organisation = told.organisation and r.complaint_id = told.complaint_id;
    if told.audience = 'clock-owner' and told.recipient = 'owner' and file.owner_id is not null then
      perform notify_person(told.organisation, told.outbox_id || ':' || file.owner_id, file.owner_id, told.kind,
        told.complaint_id, told.queued_at, told.content);
      continue;
    end if;
    v_unit := case when told.audience = 'unit' then told.recipient
                   when told.audience <> 'clock-owner' then null
                   when told.recipient in ('owner', 'owning-unit') then file.unit
                   when told.recipient <> 'asked-unit' then told.recipient end;
    if told.audience = 'clock-owner' and told.recipient = 'asked-unit' then
      select q.unit into v_unit from clock k
        join coordination_row q on q.organisation = k.organisation and q.complaint_id = k.complaint_id
          and q.coordination_id = k.scope_id
        where k.organisation = told.organisation and k.complaint_id = told.complaint_id
          and k.clock_id = told.content ->> 'clockId';
      v_unit := coalesce(v_unit, file.unit);
    end if;
    perform notify_person(told.organisation, told.outbox_id || ':' || h.person_id, h.person_id, told.kind, told.complaint_id,
        told.queued_at, told.content)
      from (select distinct person_id from role_held
            where organisation = told.organisation and from_on <= today and (to_on is null or to_on >= today)
              and (unit = v_unit
                   or told.audience in ('role', 'clock-owner') and told.recipient not in ('owner', 'owning-unit', 'asked-unit')
                      and role = told.recipient)) h;
  end loop;
  return null;
end $$;

create function notify_person(
  p_organisation text, p_notification_id text, p_person_id text, p_kind text, p_complaint_id text, p_made_at timestamptz, p_data jsonb)
returns void language sql as $$
  insert into notification (organisation, notification_id, person_id, kind, complaint_id, made_at, data)
  values (p_organisation, p_notification_id, p_person_id, p_kind, p_complaint_id, p_made_at, p_data)
  on conflict (organisation, notification_id) do nothing;
$$;
