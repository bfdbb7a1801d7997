-- The words of each complaint, without case, tone marks and đ. Two neighbours make a term of their own ("khieu_nai"), so that
-- a phrase is as quick to find as a word. One more term ("becamex/989012") names the organisation and a run of 2048 arrivals:
-- it keeps organisations apart inside the index, and lets a search look at the newest complaints first and stop early.
create table complaint_text (
  organisation text not null,
  complaint_id text not null,
  arrival bigint not null,
  words text not null,
  terms tsvector not null,
  primary key (organisation, complaint_id)
);
-- Not forced: under a policy PostgreSQL would not use the index on `terms`, so `search_complaints` reads it as the owner.
alter table complaint_text enable row level security;
create policy own_organisation on complaint_text using (organisation = current_setting('hoiam.organisation', true));
grant select, insert, update, delete on complaint_text to hoiam_app;
-- For `search_complaints`: the next run of arrivals that has anything in it.
create unique index complaint_text_arrival on complaint_text (organisation, arrival);
-- For `search_complaints`: the terms. A short list of pending entries, because every search reads it.
create index complaint_text_terms on complaint_text using gin (terms) with (gin_pending_list_limit = 256);

-- The newest complaints before an arrival that have all the terms and, in order, the words of each phrase. Looks through
-- ever longer runs of arrivals and gives up at the end of its time: `searched_to` of the last row says how far it came, and
-- that row has no complaint. Rows that the reader may not see are left out here, so that pages are full.
create function search_complaints(
  p_organisation text, p_terms text, p_phrases text[], p_before bigint, p_limit integer,
  p_units text[], p_person_id text, p_budget_ms integer)
returns table (complaint_id text, arrival bigint, searched_to bigint)
language plpgsql stable security definer
set search_path = public, pg_temp
set enable_seqscan = off
as $$
declare
  v_began timestamptz := clock_timestamp();
  v_before bigint := p_before;
  v_newest bigint;
  v_run bigint;
  v_runs integer := 1;
  v_query tsquery;
  v_found integer := 0;
  v_count integer;
begin
  if current_setting('hoiam.organisation', true) is distinct from p_organisation then
    raise exception 'a search stays inside the organisation that was entered' using errcode = 'HA002';
  end if;
  loop
    select t.arrival into v_newest from complaint_text t
      where t.organisation = p_organisation and t.arrival < v_before order by t.arrival desc limit 1;
    exit when v_newest is null;
    v_run := v_newest >> 11;
    select string_agg(quote_literal(p_organisation || '/' || run), '|')::tsquery && p_terms::tsquery into v_query
      from generate_series(greatest(v_run - v_runs + 1, 0), v_run) run;
    -- Written so that no index but that on the terms fits: the others would read every row of the organisation.
    return query
      select t.complaint_id, t.arrival, null::bigint
      from complaint_text t
      where t.terms @@ v_query and t.organisation || '' = p_organisation and t.arrival + 0 < v_before
        and not exists (
          select from unnest(p_phrases) phrase where position(' ' || phrase || ' ' in t.words) = 0)
        and exists (
          select from complaint_row r
          where r.organisation = p_organisation and r.complaint_id = t.complaint_id
            and (p_units is null or r.units && p_units or r.owner_id = p_person_id)
            and (p_person_id is null or p_person_id <> all (r.about_person_ids)))
      order by t.arrival desc
      limit p_limit - v_found;
    get diagnostics v_count = row_count;
    v_found := v_found + v_count;
    v_before := greatest(v_run - v_runs + 1, 0) << 11;
    exit when v_found >= p_limit;
    if clock_timestamp() - v_began > p_budget_ms * interval '1 millisecond' then
      return query select null::text, null::bigint, v_before;
      exit;
    end if;
    v_runs := least(v_runs * 8, 64);
  end loop;
end $$;
