-- As before, with two left out where a unit is told: whoever did it themself (`by` in the content), and administrators of the unit,
-- who keep the program running and read no complaints: what they were told led them nowhere.
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
              and person_id is distinct from told.content ->> 'by'
              and (unit = v_unit and role <> 'administrator'
                   or told.audience in ('role', 'clock-owner') and told.recipient not in ('owner', 'owning-unit', 'asked-unit')
                      and role = told.recipient)) h;
  end loop;
  return null;
end $$;
