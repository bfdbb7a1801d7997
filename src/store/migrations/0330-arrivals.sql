-- Everything that comes in by a connected channel, kept before anything is made of it and never deleted: it becomes a fact of a
-- complaint, is noted at one, or waits for a person. The same message fetched twice is the same row.
create table arrival (
  organisation text not null,
  -- The first 32 hexadecimal digits of SHA-256 over connection and external key.
  arrival_id text not null check (arrival_id ~ '^[0-9a-f]{32}$'),
  connection_id text not null,
  -- Of the pack; null: it belongs to none.
  channel text,
  medium text not null check (medium in ('mail', 'sms', 'chat', 'call')),
  external_key text not null,
  -- Whether what is new in it may begin a complaint.
  begins_complaints boolean not null,
  -- When our side took it.
  received_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  sender jsonb not null,
  subject text not null,
  -- The sender's own words, NFC.
  content text not null,
  -- What it repeats of earlier messages.
  quoted text,
  -- Its HTML, sanitised, as a kept content.
  html_sha256 text check (html_sha256 ~ '^[0-9a-f]{64}$'),
  original_sha256 text not null check (original_sha256 ~ '^[0-9a-f]{64}$'),
  original_bytes bigint not null,
  attachments jsonb not null,
  -- What had to be guessed or was broken: codes.
  notes jsonb not null,
  nature text not null check (nature in ('message', 'bounce', 'automatic', 'list', 'loop', 'unreadable')),
  mail_headers jsonb,
  -- Of the mail, with its angle brackets; a column of its own, because under row-level security no index would serve an expression.
  message_id text,
  about_complaint_id text,
  recognised_by text,
  -- waiting: for a person, in the tray. noted: shown at its complaint, without a fact of its own.
  status text not null check (status in ('waiting', 'taken-in', 'set-aside', 'noted')),
  -- Why it waits, or waited: a code. `just-arrived`: nobody has looked at it yet.
  waiting_reason text,
  -- Why a person put it aside, in their words.
  set_aside_reason text check (length(set_aside_reason) between 1 and 1000),
  handled_by jsonb,
  handled_at timestamptz,
  -- The first fact that was made of it.
  complaint_id text,
  sequence integer,
  primary key (organisation, arrival_id),
  check ((status = 'taken-in') = (sequence is not null)),
  check (status <> 'set-aside' or set_aside_reason is not null)
);
select keep_organisations_apart('arrival');
grant select, insert, update on arrival to hoiam_app;
-- For the tray, page by page.
create index arrival_by_status on arrival (organisation, status, received_at desc, arrival_id);
-- For what a complaint was made of, and what is noted at it.
create index arrival_of_complaint on arrival (organisation, about_complaint_id) where about_complaint_id is not null;
create index arrival_into_complaint on arrival (organisation, complaint_id) where complaint_id is not null;
-- For recognising an answer to, or a second copy of, what arrived before.
create index arrival_message_id on arrival (organisation, message_id) where message_id is not null;
-- For taking up what a process left when it died.
create index arrival_just_arrived on arrival (organisation, recorded_at)
  where status = 'waiting' and waiting_reason = 'just-arrived';
-- For recognising what comes back, or is answered.
create index outbox_message_id on outbox (organisation, message_id) where message_id is not null;

-- How far a mailbox was read, and by which process. UIDs are those of one UIDVALIDITY.
create table mailbox_place (
  organisation text not null,
  connection_id text not null,
  uid_validity bigint,
  last_uid bigint not null default 0,
  -- What arrived before it was connected is taken only where it is unread.
  begun_at timestamptz not null default clock_timestamp(),
  leased_by text,
  leased_until timestamptz,
  primary key (organisation, connection_id)
);
select keep_organisations_apart('mailbox_place');
grant select, insert, update on mailbox_place to hoiam_app;
