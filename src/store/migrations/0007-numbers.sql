-- Complaint numbers: a sequence for each organisation and year, so that intake waits for nobody. They rise; a number that was
-- taken for a complaint that was then refused is left out.
create schema numbers;
grant usage on schema numbers to hoiam_app;
alter default privileges in schema numbers grant usage on sequences to hoiam_app;

create function complaint_sequence(p_organisation text, p_year integer) returns text
language sql immutable
as $$ select 'numbers.complaint_' || md5(p_organisation) || '_' || p_year $$;

-- Only the first complaint of a year comes here; those at the same moment wait for it.
create function create_complaint_sequence(p_organisation text, p_year integer) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform enter_organisation(p_organisation);
  perform pg_advisory_xact_lock(18497, hashtext(p_organisation || p_year));
  execute format('create sequence if not exists %s', complaint_sequence(p_organisation, p_year));
end $$;

-- The next number as an arrival: the year (in Vietnam), then the running number in nine digits.
create function next_arrival(p_organisation text) returns bigint
language plpgsql as $$
declare
  v_year integer := extract(year from clock_timestamp() at time zone 'Asia/Ho_Chi_Minh');
  v_sequence text := complaint_sequence(p_organisation, v_year);
begin
  perform enter_organisation(p_organisation);
  if to_regclass(v_sequence) is null then perform create_complaint_sequence(p_organisation, v_year); end if;
  return v_year * 1000000000::bigint + nextval(v_sequence::regclass);
end $$;

-- Registered papers are numbered without a gap: the row is locked from the moment a number is taken until the paper is issued.
create table letter_register (
  organisation text not null,
  register text not null,
  year integer not null,
  last_number integer not null,
  primary key (organisation, register, year)
);
select keep_organisations_apart('letter_register');
grant select, insert, update on letter_register to hoiam_app;
