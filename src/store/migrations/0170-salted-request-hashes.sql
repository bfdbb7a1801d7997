-- A request that came with an Idempotency-Key is kept as 16 random bytes and the SHA-256 of them and of its own SHA-256: a body
-- holds personal data, and a bare hash of it could be looked for by guessing bodies beforehand.
do $$
declare
  v_organisation text;
begin
  for v_organisation in select organisation_ids() loop
    perform set_config('hoiam.organisation', v_organisation, true);
    update idempotency i set request_hash = s.salt || sha256(s.salt || i.request_hash)
      from (select idempotency_key, uuid_send(gen_random_uuid()) as salt from idempotency offset 0) s
      where i.organisation = v_organisation and i.idempotency_key = s.idempotency_key;
    update request_answer a set request_hash = s.salt || sha256(s.salt || a.request_hash)
      from (select idempotency_key, uuid_send(gen_random_uuid()) as salt from request_answer offset 0) s
      where a.organisation = v_organisation and a.idempotency_key = s.idempotency_key;
    update incident_reply r set request_hash = s.salt || sha256(s.salt || r.request_hash)
      from (select reply_key, uuid_send(gen_random_uuid()) as salt from incident_reply offset 0) s
      where r.organisation = v_organisation and r.reply_key = s.reply_key;
  end loop;
  perform set_config('hoiam.organisation', '', true);
end $$;
