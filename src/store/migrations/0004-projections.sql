-- What the screens read. `hoiam rebuild` makes every row of these tables again from the log, to the last byte.

-- One row for each complaint: the work queue, lists, and what search shows.
create table complaint_row (
  organisation text not null,
  complaint_id text not null,
  arrival bigint not null,
  number text not null,
  sequence integer not null,
  procedure text not null,
  edition_hash text not null,
  received_at timestamptz not null,
  updated_at timestamptz not null,
  channel text not null,
  channel_type text not null,
  kind text,
  nature text,
  register text,
  is_complaint boolean not null,
  stage text not null,
  phase text not null,
  is_open boolean not null,
  unit text,
  owner_id text,
  level integer not null,
  round integer not null,
  marks text[] not null,
  missing text[] not null,
  is_imported boolean not null,
  is_paused boolean not null,
  customer_id text,
  customer_name text,
  excerpt text not null,
  -- The nearest due instant of a running clock that was promised to somebody outside; infinity where none runs.
  due_at timestamptz not null,
  due_clock_id text,
  due_rule text,
  breaches integer not null,
  outcome text,
  closed_at timestamptz,
  archived_at timestamptz,
  -- Who may see it: units that have or had a part in it; and who may not, because it is about them.
  units text[] not null,
  about_person_ids text[] not null,
  primary key (organisation, complaint_id)
) with (fillfactor = 85);
select keep_organisations_apart('complaint_row');
grant select, insert, update, delete on complaint_row to hoiam_app;
-- For `workQueue`, whose order is the nearest due: everybody's, a unit's, a person's.
create index complaint_row_due on complaint_row (organisation, due_at, arrival) where is_open;
create index complaint_row_unit_due on complaint_row (organisation, unit, due_at, arrival) where is_open;
create index complaint_row_owner_due on complaint_row (organisation, owner_id, due_at, arrival) where is_open;
-- For `workQueue` in order of arrival, closed ones among them.
create unique index complaint_row_arrival on complaint_row (organisation, arrival);
-- For `complaintsOfCustomer`.
create index complaint_row_customer on complaint_row (organisation, customer_id, arrival) where customer_id is not null;

-- One row for each clock that was ever started: the file, reports, and what a change of the calendar would move.
create table clock (
  organisation text not null,
  complaint_id text not null,
  clock_id text not null,
  rule text not null,
  instance integer not null,
  scope text not null,
  scope_id text not null,
  origin text not null,
  purpose text not null,
  calendar text not null,
  calendar_version text not null,
  term text,
  started_at timestamptz not null,
  due_on date not null,
  due_at timestamptz not null,
  inclusive boolean not null,
  warn_ats jsonb not null,
  warned integer not null,
  breached_at timestamptz,
  pauses jsonb not null,
  extensions jsonb not null,
  status text not null,
  ended_at timestamptz,
  stopped_by text,
  -- What happens to it next, and when: a warning or the breach. Null while it stands still or has ended.
  next_action_at timestamptz,
  primary key (organisation, complaint_id, clock_id)
) with (fillfactor = 85);
select keep_organisations_apart('clock');
grant select, insert, update, delete on clock to hoiam_app;
-- For `previewCalendarChange` and the list of open clocks by due instant.
create index clock_open_due on clock (organisation, due_at) where ended_at is null;

-- One row for each question to a unit: its inbox.
create table coordination_row (
  organisation text not null,
  complaint_id text not null,
  coordination_id text not null,
  unit text not null,
  status text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  reminders integer not null,
  promised_repair_on date,
  is_repair_done boolean not null,
  is_waiting boolean not null,
  primary key (organisation, complaint_id, coordination_id)
);
select keep_organisations_apart('coordination_row');
grant select, insert, update, delete on coordination_row to hoiam_app;
-- For `unitInbox`.
create index coordination_row_inbox on coordination_row (organisation, unit, due_at, complaint_id) where is_waiting;
