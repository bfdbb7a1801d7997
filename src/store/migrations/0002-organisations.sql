-- One installation may serve several providers, and none may see another's rows. The key of every table begins with the
-- organisation; a policy compares it with the organisation that the transaction has entered, and without one shows nothing.

-- Enters an organisation until the end of the transaction. A transaction never changes from one to another.
create function enter_organisation(p_organisation text) returns void
language plpgsql as $$
declare
  v_inside text := coalesce(current_setting('hoiam.organisation', true), '');
begin
  if coalesce(p_organisation, '') = '' then
    raise exception 'no organisation was named' using errcode = 'HA002';
  elsif v_inside = '' then
    perform set_config('hoiam.organisation', p_organisation, true);
  elsif v_inside <> p_organisation then
    raise exception 'this transaction is inside another organisation' using errcode = 'HA002';
  end if;
end $$;

-- For every table with an `organisation`: the policy binds the owner too, so that a function that runs with the owner's
-- rights, or a connection that went back to them, crosses no more than the program. A migration that changes rows must
-- therefore enter each organisation.
create function keep_organisations_apart(p_table regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format(
    'create policy own_organisation on %s using (organisation = current_setting(''hoiam.organisation'', true))',
    p_table);
end $$;
revoke execute on function keep_organisations_apart from public;

create table organisation (
  organisation text primary key check (organisation ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
  added_at timestamptz not null default now()
);
-- Not forced: `organisation_ids` below is how the worker and the commands find the organisations, and shows their names only.
alter table organisation enable row level security;
create policy own_organisation on organisation using (organisation = current_setting('hoiam.organisation', true));
grant select, insert on organisation to hoiam_app;

create function organisation_ids() returns setof text
language sql stable security definer set search_path = public, pg_temp
as 'select organisation from organisation order by organisation';

-- The frozen text of each edition that a complaint was ever pinned to, by its hash (SHA-256 in hexadecimal).
create table edition (
  organisation text not null,
  hash text not null,
  procedure text not null,
  effective_on date not null,
  law_effective_on date not null,
  canonical_text text not null,
  kept_at timestamptz not null default now(),
  primary key (organisation, hash)
);
select keep_organisations_apart('edition');
grant select, insert on edition to hoiam_app;

-- The organisation's own layer of its calendar. The highest number is in force; without a row, the edition's own rules are.
create table calendar_version (
  organisation text not null,
  number integer not null check (number > 0),
  rules jsonb not null,
  reason text not null,
  changed_by jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (organisation, number)
);
select keep_organisations_apart('calendar_version');
grant select, insert on calendar_version to hoiam_app;
