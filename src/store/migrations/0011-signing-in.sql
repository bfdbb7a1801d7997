-- Sessions of browsers and tokens of programs. Only hashes are kept: who reads these tables can act as nobody.
create table session (
  organisation text not null,
  token_hash bytea not null check (length(token_hash) = 32),
  person_id text not null,
  begun_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organisation, token_hash),
  foreign key (organisation, person_id) references person
);
select keep_organisations_apart('session');
grant select, insert, delete on session to hoiam_app;
-- For `endSessionsOf`, when a password changes or a person leaves.
create index session_person on session (organisation, person_id);

-- A token acts as one person, within its scopes, until its day.
create table api_token (
  organisation text not null,
  token_id text not null,
  token_hash bytea not null check (length(token_hash) = 32),
  person_id text not null,
  name text not null,
  scopes text[] not null,
  made_by jsonb not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation, token_id),
  foreign key (organisation, person_id) references person
);
select keep_organisations_apart('api_token');
grant select, insert, update on api_token to hoiam_app;
-- For `identity_of`.
create unique index api_token_hash on api_token (organisation, token_hash);

-- Wrong passwords, by the address that they came from and the name that they tried: an address that guesses waits ever
-- longer, and nobody else does. Forgotten after a day.
create table sign_in_failure (
  organisation text not null,
  address text not null,
  sign_in_name text not null,
  failures integer not null,
  last_at timestamptz not null,
  primary key (organisation, address, sign_in_name)
);
select keep_organisations_apart('sign_in_failure');
grant select, insert, update, delete on sign_in_failure to hoiam_app;

-- Who stands behind a session or a token, with the roles of today (in Vietnam): one call, which enters the organisation.
create function identity_of(p_organisation text, p_token_hash bytea) returns json
language plpgsql as $$
declare
  v_today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  perform enter_organisation(p_organisation);
  return (
    select json_build_object(
      'personId', p.person_id, 'name', p.name, 'email', p.email, 'signInName', p.sign_in_name,
      'expiresAt', instant_text(key.expires_at), 'scopes', key.scopes, 'tokenId', key.token_id,
      'roles', roles_on(p_organisation, p.person_id, v_today),
      'standsInFor', (
        select coalesce(json_agg(json_build_object(
          'personId', absent.person_id, 'name', absent.name, 'untilOn', d.to_on,
          'roles', roles_on(p_organisation, absent.person_id, v_today)) order by absent.person_id), '[]')
        from delegation d join person absent using (organisation, person_id)
        where d.organisation = p_organisation and d.deputy_id = p.person_id and d.ended_at is null
          and v_today between d.from_on and d.to_on))
    from (
      select s.person_id, s.expires_at, null::text[] as scopes, null::text as token_id
        from session s where s.organisation = p_organisation and s.token_hash = p_token_hash
      union all
      select t.person_id, t.expires_at, t.scopes, t.token_id
        from api_token t where t.organisation = p_organisation and t.token_hash = p_token_hash and t.revoked_at is null
    ) key
    join person p on p.organisation = p_organisation and p.person_id = key.person_id
    where key.expires_at > now() and p.closed_at is null);
end $$;

-- What a request that changes something else than a complaint answered, by its Idempotency-Key: the same again gets the same.
create table request_answer (
  organisation text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  status integer not null,
  answer jsonb not null,
  answered_at timestamptz not null default now(),
  primary key (organisation, idempotency_key)
);
select keep_organisations_apart('request_answer');
grant select, insert, delete on request_answer to hoiam_app;
