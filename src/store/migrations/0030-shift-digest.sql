-- One message a shift for all warnings that can wait: `gatherDigests` makes it from the rows marked `digest`.

-- A digest is about many complaints, and no single fact stands behind it.
alter table outbox alter column complaint_id drop not null;
alter table outbox alter column sequence drop not null;
alter table outbox add constraint outbox_of_fact check (kind = 'shift-digest' or (complaint_id is not null and sequence is not null));

-- gathered: what it had to say stands in a digest.
alter table outbox drop constraint outbox_status_check;
alter table outbox add constraint outbox_status_check
  check (status in ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped', 'gathered'));

-- For `gatherDigests`: what waits for the next shift. A sender never takes these.
create index outbox_digest on outbox (organisation) where urgency = 'digest' and status = 'queued';

-- Up to the beginning of which shift warnings were gathered: what keeps two workers from gathering one shift twice.
create table shift_digest (
  organisation text primary key,
  shift_at timestamptz not null,
  gathered_at timestamptz not null default clock_timestamp()
);
select keep_organisations_apart('shift_digest');
grant select, insert, update on shift_digest to hoiam_app;
