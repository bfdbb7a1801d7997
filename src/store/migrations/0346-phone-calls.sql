-- The organisation's calls, as people write them down or the switchboard tells: one row a call, however often it is told.
create table phone_call (
  organisation text not null,
  -- Of the switchboard's: made of the connection and its own id, so that the same call told again is the same row.
  call_id text not null,
  -- Null: written down by a person.
  connection_id text,
  direction text not null check (direction in ('in', 'out')),
  -- The other side's number as it came, and in the form in which numbers are compared; null: withheld.
  number text check (length(number) between 1 and 100),
  plain_number text,
  -- Who rang or was rung, as the switchboard says it, and who that is here.
  agent text check (length(agent) between 1 and 200),
  person_id text,
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  -- Follows from what is known, in whatever order it came.
  status text not null generated always as (
    case when ended_at is null then case when answered_at is null then 'ringing' else 'answered' end
         when answered_at is null then 'missed' else 'ended' end) stored,
  -- Kept as it came, never fetched.
  recording_url text check (length(recording_url) between 1 and 1000),
  note text check (length(note) between 1 and 10000),
  complaint_id text,
  -- A missed call that needs no call back any more.
  settled_by text,
  settled_at timestamptz,
  recorded_by text,
  recorded_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  primary key (organisation, call_id),
  foreign key (organisation, person_id) references person (organisation, person_id),
  foreign key (organisation, settled_by) references person (organisation, person_id),
  foreign key (organisation, recorded_by) references person (organisation, person_id),
  check ((connection_id is null) = (recorded_by is not null))
);
select keep_organisations_apart('phone_call');
grant select, insert, update on phone_call to hoiam_app;
-- For the log, the latest first.
create index phone_call_started on phone_call (organisation, started_at desc, call_id);
create index phone_call_complaint on phone_call (organisation, complaint_id) where complaint_id is not null;
-- Whether somebody was reached since.
create index phone_call_number on phone_call (organisation, plain_number, started_at);
-- What has changed since the last look, for the page of whoever is rung.
create index phone_call_changed on phone_call (organisation, changed_at);

-- Calls that are promised to somebody outside of a complaint's own appointments.
create table call_back (
  organisation text not null,
  call_back_id text not null,
  number text not null check (length(number) between 1 and 100),
  plain_number text,
  name text check (length(name) between 1 and 1000),
  about text not null check (length(about) between 1 and 2000),
  complaint_id text,
  -- The call that it answers.
  call_id text,
  -- By whom; null: by anybody of those who take calls.
  person_id text,
  due_from timestamptz not null,
  due_until timestamptz not null check (due_until >= due_from),
  status text not null default 'open' check (status in ('open', 'done', 'cancelled')),
  outcome text check (length(outcome) between 1 and 2000),
  ended_by text,
  ended_at timestamptz,
  reminded_at timestamptz,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (organisation, call_back_id),
  foreign key (organisation, call_id) references phone_call (organisation, call_id),
  foreign key (organisation, person_id) references person (organisation, person_id),
  foreign key (organisation, made_by) references person (organisation, person_id),
  foreign key (organisation, ended_by) references person (organisation, person_id),
  check ((status = 'open') = (ended_at is null))
);
select keep_organisations_apart('call_back');
grant select, insert, update on call_back to hoiam_app;
create index call_back_open on call_back (organisation, due_from) where status = 'open';
create index call_back_complaint on call_back (organisation, complaint_id) where complaint_id is not null;
create index call_back_call on call_back (organisation, call_id) where call_id is not null;
create index call_back_made on call_back (organisation, made_at desc);

-- How an appointment was moved, given to somebody else or ended: {field: [before, after]}.
create table call_back_change (
  organisation text not null,
  call_back_id text not null,
  version integer not null,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by jsonb not null,
  changes jsonb not null,
  primary key (organisation, call_back_id, version),
  foreign key (organisation, call_back_id) references call_back (organisation, call_back_id)
);
select keep_organisations_apart('call_back_change');
grant select, insert on call_back_change to hoiam_app;
