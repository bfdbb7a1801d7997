-- A password that somebody else set is good for one purpose and until this instant: to sign in and choose one's own. Null: it was
-- chosen by the person.
alter table person add column one_time_until timestamptz;

-- As in 0062, with whether a password of one's own must be chosen first.
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
          'personId', absent.person_id, 'name', absent.name, 'untilOn', d.to_on,
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
