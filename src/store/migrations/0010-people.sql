-- Who works for an organisation, in which unit, with which role from when to when, and who stands in for whom. Units come from
-- the newest edition of each procedure; what an edition no longer names stays, because old files speak of it.
create table unit (
  organisation text not null,
  unit_id text not null check (unit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  full_name text,
  -- The unit whose head is the superior of this one.
  under text,
  coordinates boolean not null default false,
  -- False once no edition names it.
  is_named boolean not null default true,
  primary key (organisation, unit_id)
);
select keep_organisations_apart('unit');
grant select, insert, update on unit to hoiam_app;

-- What the provider calls a role in a unit ("NV. CSKH"). Without a unit: wherever it is held.
create table role_name (
  organisation text not null,
  role text not null,
  unit text not null default '',
  name text not null,
  primary key (organisation, role, unit)
);
select keep_organisations_apart('role_name');
grant select, insert, update, delete on role_name to hoiam_app;

create table person (
  organisation text not null,
  person_id text not null,
  name text not null,
  email text,
  -- Lower case; what is typed to sign in.
  sign_in_name text not null,
  -- Argon2id with its parameters and salt; null: may not sign in by password.
  password_hash text,
  -- People are never removed, because the log speaks of them: they are closed.
  closed_at timestamptz,
  version integer not null default 1,
  added_at timestamptz not null default now(),
  primary key (organisation, person_id)
);
select keep_organisations_apart('person');
grant select, insert, update on person to hoiam_app;
-- For `signIn`.
create unique index person_sign_in_name on person (organisation, sign_in_name);

-- A role is held from a day to a day, both included; without an end until further notice.
create table role_held (
  organisation text not null,
  role_held_id text not null,
  person_id text not null,
  role text not null,
  unit text not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  given_by jsonb not null,
  primary key (organisation, role_held_id),
  foreign key (organisation, person_id) references person,
  foreign key (organisation, unit) references unit
);
select keep_organisations_apart('role_held');
grant select, insert, update on role_held to hoiam_app;
-- For `roles_on`.
create index role_held_person on role_held (organisation, person_id);

-- While a person is away, a deputy may act with that person's roles, under their own name. Days included at both ends.
create table delegation (
  organisation text not null,
  delegation_id text not null,
  person_id text not null,
  deputy_id text not null check (deputy_id <> person_id),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  reason text,
  ended_at timestamptz,
  given_by jsonb not null,
  primary key (organisation, delegation_id),
  foreign key (organisation, person_id) references person,
  foreign key (organisation, deputy_id) references person (organisation, person_id)
);
select keep_organisations_apart('delegation');
grant select, insert, update on delegation to hoiam_app;
-- For `identity_of`: whom this person stands in for.
create index delegation_deputy on delegation (organisation, deputy_id);

create function roles_on(p_organisation text, p_person_id text, p_on date) returns json
language sql stable
as $$
  select coalesce(json_agg(distinct jsonb_build_object('role', role, 'unit', unit)), '[]')
  from role_held
  where organisation = p_organisation and person_id = p_person_id and from_on <= p_on and (to_on is null or to_on >= p_on)
$$;
