-- The organisations for which a worker has something to do now. Asks the index for the next firing only: compared with
-- `clock_timestamp()` itself, or left to guess how many are due, PostgreSQL reads the whole table instead, twice a second.
create or replace function organisations_due() returns setof text
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
declare
  v_organisation text;
  v_next timestamptz;
begin
  if coalesce(current_setting('hoiam.organisation', true), '') <> '' then
    raise exception 'this transaction is inside an organisation' using errcode = 'HA002';
  end if;
  for v_organisation in select o.organisation from organisation o order by 1 loop
    perform set_config('hoiam.organisation', v_organisation, true);
    select c.next_firing_at into v_next from complaint c
      where c.organisation = v_organisation and c.next_firing_at is not null
      order by c.next_firing_at limit 1;
    if v_next <= clock_timestamp() then return next v_organisation; end if;
  end loop;
  perform set_config('hoiam.organisation', '', true);
end $$;
