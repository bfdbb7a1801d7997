-- One more term for each complaint ("becamex//15456") names a stretch of 131,072 arrivals: a word that hardly occurs is looked
-- for in eight terms a million complaints and no longer in the 488 runs of 2048, each of which costs a descent into the index.
update complaint_text set terms = terms || array_to_tsvector(array[organisation || '//' || (arrival >> 17)]);

-- The newest complaints before an arrival that have all the terms and, in order, the words of each phrase. Looks through
-- ever longer spans of arrivals and gives up at the end of its time: `searched_to` of the last row says how far it came, and
-- that row has no complaint.
create or replace function search_candidates(
  p_organisation text, p_terms text, p_phrases text[], p_before bigint, p_limit integer, p_budget_ms integer)
returns table (complaint_id text, arrival bigint, searched_to bigint)
language plpgsql stable security definer
set search_path = public, pg_temp
set enable_seqscan = off
as $$
declare
  v_began timestamptz := clock_timestamp();
  v_asked timestamptz;
  v_before bigint := p_before;
  v_to bigint;
  v_newest bigint;
  v_looked bigint := 0;
  v_span bigint := 2048;
  v_bits integer;
  v_runs tsquery;
  v_found integer := 0;
  v_count integer;
begin
  if current_setting('hoiam.organisation', true) is distinct from p_organisation then
    raise exception 'a search stays inside the organisation that was entered' using errcode = 'HA002';
  end if;
  loop
    v_asked := clock_timestamp();
    select t.arrival into v_newest from complaint_text t
      where t.organisation = p_organisation and t.arrival < v_before order by t.arrival desc limit 1;
    exit when v_newest is null;
    v_bits := case when v_span < 65536 then 11 else 17 end;
    v_to := greatest((v_newest >> v_bits) - greatest(v_span >> v_bits, 1) + 1, 0);
    select string_agg(quote_literal(p_organisation || case v_bits when 11 then '/' else '//' end || run), '|')::tsquery
      into v_runs from generate_series(v_to, v_newest >> v_bits) run;
    -- Runs and words are two conditions: of one, the index would step through all that have the rarest word, in whatever run.
    -- Written so that no index but that on the terms fits: the others would read every row of the organisation.
    return query
      select t.complaint_id, t.arrival, null::bigint
      from complaint_text t
      where t.terms @@ v_runs and t.terms @@ p_terms::tsquery
        and t.organisation || '' = p_organisation and t.arrival + 0 < v_before
        and not exists (
          select from unnest(p_phrases) phrase where position(' ' || phrase || ' ' in t.words) = 0)
      order by t.arrival desc
      limit p_limit - v_found;
    get diagnostics v_count = row_count;
    v_found := v_found + v_count;
    v_before := v_to << v_bits;
    exit when v_found >= p_limit;
    if clock_timestamp() - v_began > p_budget_ms * interval '1 millisecond' then
      return query select null::text, null::bigint, v_before;
      exit;
    end if;
    v_looked := v_looked + v_newest + 1 - v_before;
    -- Longer spans only while one is quick, so that the end of the time is noticed; and none that gives far more than is wanted.
    v_span := greatest(2048, least(
      case when clock_timestamp() - v_asked > p_budget_ms / 20 * interval '1 millisecond' then v_span else v_span * 8 end,
      8388608, 4 * (p_limit - v_found) * v_looked / (v_found + 1)));
  end loop;
end $$;
