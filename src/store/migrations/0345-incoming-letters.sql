-- The register of letters received (sổ công văn đến): one row a letter, numbered without a gap within the year of its receipt.
create table incoming_letter (
  organisation text not null,
  letter_id text not null,
  -- The year of the day of receipt in Vietnam.
  year integer not null,
  number integer not null check (number > 0),
  received_at timestamptz not null,
  postmarked_on date,
  came_by text not null check (came_by in ('post', 'counter', 'fax', 'authority')),
  sender text not null check (length(sender) between 1 and 1000),
  -- Number and day that the sender wrote on it.
  their_number text check (length(their_number) between 1 and 200),
  their_date date,
  about text not null check (length(about) between 1 and 2000),
  sheets integer check (sheets between 1 and 10000),
  -- Scans as attachments: {attachmentId, name, type, bytes, sha256}.
  scans jsonb not null default '[]',
  -- To which unit it was given.
  unit text,
  outcome text not null default 'waiting' check (outcome in ('waiting', 'registered', 'added', 'nothing-to-do', 'struck')),
  -- Why there is nothing to do, or why the entry was struck out.
  outcome_reason text check (length(outcome_reason) between 1 and 2000),
  complaint_id text,
  recorded_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  -- Without tone marks, for looking it up.
  plain_text text not null,
  primary key (organisation, letter_id),
  foreign key (organisation, unit) references unit (organisation, unit_id),
  foreign key (organisation, recorded_by) references person (organisation, person_id),
  check ((outcome in ('registered', 'added')) = (complaint_id is not null)),
  check ((outcome in ('nothing-to-do', 'struck')) = (outcome_reason is not null))
);
select keep_organisations_apart('incoming_letter');
grant select, insert, update on incoming_letter to hoiam_app;
create unique index incoming_letter_number on incoming_letter (organisation, year, number);
-- For the register, the latest first, and by days.
create index incoming_letter_received on incoming_letter (organisation, received_at desc, number desc);
create index incoming_letter_complaint on incoming_letter (organisation, complaint_id) where complaint_id is not null;

-- What an entry said before it was changed: nobody overwrites silently, and nothing is taken out.
create table incoming_letter_change (
  organisation text not null,
  letter_id text not null,
  -- The version that this made.
  version integer not null,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by jsonb not null,
  -- {field: [before, after]}.
  changes jsonb not null,
  primary key (organisation, letter_id, version),
  foreign key (organisation, letter_id) references incoming_letter (organisation, letter_id)
);
select keep_organisations_apart('incoming_letter_change');
grant select, insert on incoming_letter_change to hoiam_app;
