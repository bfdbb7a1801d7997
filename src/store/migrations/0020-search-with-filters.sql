-- Search gives candidates by their words only; whether one fits the filters and may be seen is asked of `complaint_row`
-- under the reader's own policy, in the words of the list.
drop function search_complaints(text, text, text[], bigint, integer, text[], text, integer);

-- The newest complaints before an arrival that have all the terms and, in order, the words of each phrase. Looks through
-- ever longer runs of arrivals and gives up at the end of its time: `searched_to` of the last row says how far it came, and
-- that row has no complaint.
create function search_candidates(
  p_organisation text, p_terms text, p_phrases text[], p_before bigint, p_limit integer, p_budget_ms integer)
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
    -- As many runs as what is still wanted will need at this rate, and a little more.
    v_runs := least(1 + v_runs * (p_limit - v_found) / greatest(v_count, 1), v_runs * 8, 64);
  end loop;
end $$;
