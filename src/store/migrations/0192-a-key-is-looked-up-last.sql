-- Each statement here sees what was written before it began. The key of an earlier command was looked up before its complaint was
-- read: a twin written in between was in the facts and not among the keys, and the second press was refused instead of repeated.
-- Now the facts are read first: whatever they hold has its key.
create or replace function load_complaint(
  p_organisation text, p_complaint_id text, p_idempotency_key text, p_lock boolean,
  out decided_at text, out calendar_number integer, out arrival bigint, out number text, out last_sequence integer,
  out last_hash text, out events json, out earlier json)
language plpgsql as $$
declare
  v_last timestamptz;
begin
  perform enter_organisation(p_organisation);
  if p_complaint_id is not null then
    if p_lock then
      perform from complaint c
        where c.organisation = p_organisation and c.complaint_id = p_complaint_id for update;
    end if;
    -- One statement, one snapshot: the events and the end of the chain belong together.
    select c.arrival, c.number, c.last_sequence, encode(c.last_hash, 'hex'), c.last_recorded_at,
           events_of(p_organisation, p_complaint_id)
      into arrival, number, last_sequence, last_hash, v_last, events
      from complaint c where c.organisation = p_organisation and c.complaint_id = p_complaint_id;
  end if;
  if p_idempotency_key is not null then
    select json_build_object('requestHash', encode(request_hash, 'hex'), 'complaintId', i.complaint_id,
             'firstSequence', i.first_sequence, 'lastSequence', i.last_sequence) into earlier
      from idempotency i where i.organisation = p_organisation and i.idempotency_key = p_idempotency_key;
  end if;
  if p_complaint_id is null and earlier is null then
    arrival := next_arrival(p_organisation);
  end if;
  select coalesce(max(v.number), 0) into calendar_number from calendar_version v where v.organisation = p_organisation;
  decided_at := instant_text(greatest(date_trunc('milliseconds', clock_timestamp()), v_last));
end $$;
