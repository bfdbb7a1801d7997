-- The register of outgoing letters (sổ công văn đi) and where a confirmation code leads to: one row for each issued paper of the
-- work. What stands in it stands in its fact; the row is how it is found.
create table outgoing_letter (
  organisation text not null,
  complaint_id text not null,
  paper_id text not null,
  -- Of the fact `PaperIssued`.
  sequence integer not null,
  issued_at timestamptz not null,
  -- Null: no register numbers it.
  register text,
  year integer,
  number integer,
  -- Printed on papers that the program made.
  confirmation_code text,
  primary key (organisation, complaint_id, paper_id),
  check ((register is null) = (number is null) and (number is null) = (year is null))
);
select keep_organisations_apart('outgoing_letter');
grant select, insert on outgoing_letter to hoiam_app;
-- For the register, the latest number first; and no number twice.
create unique index outgoing_letter_number on outgoing_letter (organisation, register, year, number);
-- For the public page of a code.
create unique index outgoing_letter_code on outgoing_letter (organisation, confirmation_code);

-- With the fact itself, so that no way into the log leaves it out. What was for practice has numbers of its own, and no place here.
create function note_outgoing_letter() returns trigger
language plpgsql as $$
declare
  v_number text := new.data ->> 'letterNumber';
begin
  if v_number like 'TH-%' then return null; end if;
  insert into outgoing_letter (organisation, complaint_id, paper_id, sequence, issued_at, register, year, number, confirmation_code)
    values (new.organisation, new.complaint_id, new.data ->> 'paperId', new.sequence, new.occurred_at,
      case when v_number ~ '^[0-9]{1,9}/[0-9]{4}$' then new.data ->> 'register' end,
      case when v_number ~ '^[0-9]{1,9}/[0-9]{4}$' and new.data ? 'register' then split_part(v_number, '/', 2)::integer end,
      case when v_number ~ '^[0-9]{1,9}/[0-9]{4}$' and new.data ? 'register' then split_part(v_number, '/', 1)::integer end,
      new.data ->> 'confirmationCode')
    on conflict (organisation, complaint_id, paper_id) do nothing;
  return null;
end $$;
create trigger note_outgoing_letter after insert on event
  for each row when (new.type = 'PaperIssued') execute function note_outgoing_letter();

-- Those that were issued before.
do $$
declare
  v_organisation text;
begin
  for v_organisation in select organisation_ids() loop
    perform set_config('hoiam.organisation', v_organisation, true);
    insert into outgoing_letter (organisation, complaint_id, paper_id, sequence, issued_at, register, year, number, confirmation_code)
      select organisation, complaint_id, data ->> 'paperId', sequence, occurred_at,
        case when is_numbered then data ->> 'register' end,
        case when is_numbered then split_part(data ->> 'letterNumber', '/', 2)::integer end,
        case when is_numbered then split_part(data ->> 'letterNumber', '/', 1)::integer end,
        data ->> 'confirmationCode'
      from (select e.*, coalesce(data ? 'register' and data ->> 'letterNumber' ~ '^[0-9]{1,9}/[0-9]{4}$', false) as is_numbered
            from event e where e.organisation = v_organisation and e.type = 'PaperIssued') issued
      where coalesce(data ->> 'letterNumber', '') not like 'TH-%'
      on conflict do nothing;
  end loop;
  perform set_config('hoiam.organisation', '', true);
end $$;

-- That the records clerk put the organisation's stamp on the paper copy.
create table letter_stamp (
  organisation text not null,
  complaint_id text not null,
  paper_id text not null,
  stamped_by text not null,
  stamped_at timestamptz not null default clock_timestamp(),
  primary key (organisation, complaint_id, paper_id),
  foreign key (organisation, complaint_id, paper_id) references outgoing_letter (organisation, complaint_id, paper_id),
  foreign key (organisation, stamped_by) references person (organisation, person_id)
);
select keep_organisations_apart('letter_stamp');
grant select, insert, delete on letter_stamp to hoiam_app;

-- How a deputy signs papers (KT.: in place of the post, TL.: by its order, TUQ.: authorised), and the post that stands below. Null: KT.
alter table delegation
  add column signs_as text check (signs_as in ('KT', 'TL', 'TUQ')),
  add column post text check (length(post) between 1 and 200);

create or replace function identity_of(p_organisation text, p_token_hash bytea) returns json
language plpgsql as $$
declare
  v_today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  perform enter_organisation(p_organisation);
  return (
    select json_build_object(
      'personId', p.person_id, 'name', p.name, 'email', p.email, 'signInName', p.sign_in_name, 'language', p.language,
      'mustChangePassword', p.one_time_until is not null,
      'expiresAt', instant_text(key.expires_at), 'scopes', key.scopes, 'tokenId', key.token_id,
      'roles', roles_on(p_organisation, p.person_id, v_today),
      'standsInFor', (
        select coalesce(json_agg(json_build_object(
          'personId', absent.person_id, 'name', absent.name, 'untilOn', d.to_on, 'signsAs', d.signs_as, 'post', d.post,
          'roles', roles_on(p_organisation, absent.person_id, v_today)) order by absent.person_id), '[]')
        from delegation d join person absent using (organisation, person_id)
        where d.organisation = p_organisation and d.deputy_id = p.person_id and d.ended_at is null
          and v_today between d.from_on and d.to_on and absent.closed_at is null))
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
