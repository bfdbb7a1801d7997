-- For `forgetOldKeys`.
create index idempotency_old on idempotency (organisation, recorded_at);
grant delete on idempotency to hoiam_app;
