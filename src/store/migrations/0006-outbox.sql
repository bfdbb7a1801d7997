-- What must leave, written with the facts that it follows from. A row's id is made from those facts, so that it is the same
-- however often it is tried; a rebuild does not touch this table.
create table outbox (
  organisation text not null,
  outbox_id text not null,
  complaint_id text not null,
  sequence integer not null,
  kind text not null,
  -- customer, person, unit or role, and which.
  audience text not null,
  recipient text,
  channel text,
  -- Ids only. Whoever sends reads the words from the log, so that erasing them there erases them everywhere.
  content jsonb not null,
  -- digest: waits for the shift's one message.
  urgency text not null check (urgency in ('now', 'digest')),
  status text not null default 'queued'
    check (status in ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped')),
  queued_at timestamptz not null,
  next_try_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  primary key (organisation, outbox_id)
);
select keep_organisations_apart('outbox');
grant select, insert, update on outbox to hoiam_app;
-- For `claim` of the worker and for the list of what waits.
create index outbox_waiting on outbox (organisation, next_try_at) where status in ('queued', 'sending');
-- For `complaintFile`: what left and what waits.
create index outbox_of_complaint on outbox (organisation, complaint_id);

-- What each command that was carried out made: the same command again gets the same answer.
create table idempotency (
  organisation text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  complaint_id text not null,
  first_sequence integer not null,
  last_sequence integer not null,
  recorded_at timestamptz not null,
  primary key (organisation, idempotency_key)
);
select keep_organisations_apart('idempotency');
grant select, insert on idempotency to hoiam_app;
