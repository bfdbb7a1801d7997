-- What the sender of mail needs to know of a row of the outbox.
alter table outbox
  -- When it came to its end; null: it waits, is being sent, or is tried again.
  add column ended_at timestamptz,
  -- Under which Message-ID it left, so that later ones of the thread can name it.
  add column message_id text,
  -- At some try the server may have taken it without saying so: what it ends as is then never more certain than that.
  add column may_have_left boolean not null default false,
  -- When its end was told to the file and to whom it concerns; null: not yet.
  add column noted_at timestamptz;

-- refused: the reader's server takes nothing at this address.
alter table outbox drop constraint outbox_status_check;
alter table outbox add constraint outbox_status_check
  check (status in ('queued', 'sending', 'sent', 'refused', 'failed', 'unknown', 'dropped', 'gathered'));

-- What is told to a person about everything that waits for them stands on no single fact.
alter table outbox drop constraint outbox_of_fact;
alter table outbox add constraint outbox_of_fact check (
  kind in ('shift-digest', 'inbox-digest', 'mail-failed') or (complaint_id is not null and sequence is not null));

-- For `claimMail`. `inbox`: an e-mail about what a person's inbox holds, which is itself no news there.
create index outbox_to_mail on outbox (organisation, next_try_at)
  where ended_at is null and status in ('queued', 'sending', 'unknown') and audience in ('customer', 'link', 'inbox');
-- For `unnotedMail`.
create index outbox_to_note on outbox (organisation) where ended_at is not null and noted_at is null;

-- Who wants no daily mail about their inbox, and up to when each was told. Without a row: wanted, and never told.
create table inbox_digest (
  organisation text not null,
  person_id text not null,
  is_wanted boolean not null default true,
  told_to timestamptz,
  primary key (organisation, person_id),
  foreign key (organisation, person_id) references person
);
select keep_organisations_apart('inbox_digest');
grant select, insert, update on inbox_digest to hoiam_app;

-- The last day on which an organisation's were made: what keeps two workers from making those of one day twice.
create table inbox_digest_day (
  organisation text primary key,
  made_on date not null
);
select keep_organisations_apart('inbox_digest_day');
grant select, insert, update on inbox_digest_day to hoiam_app;
