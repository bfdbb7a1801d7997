-- By which a customer opens their own complaint: a random code, kept as its hash. The code names the organisation, as a session's key does.
create table tracking_code (
  organisation text not null,
  code_hash bytea not null check (length(code_hash) = 32),
  complaint_id text not null,
  made_by jsonb not null,
  made_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (organisation, code_hash)
);
select keep_organisations_apart('tracking_code');
grant select, insert, update on tracking_code to hoiam_app;
-- For taking back the earlier codes of a complaint.
create index tracking_code_complaint on tracking_code (organisation, complaint_id);

-- Six digits sent to the customer of the file, for one purpose and the one browser that asked: it holds the id. Digits stand here in
-- clear, so that somebody may read them out over the telephone, and go with the row soon after. A pass is what right digits are
-- exchanged for.
create table one_time_code (
  organisation text not null,
  one_time_code_id text not null,
  complaint_id text not null,
  code_hash bytea not null,
  purpose text not null check (purpose in ('documents', 'accept', 'sign')),
  digits text not null check (digits ~ '^[0-9]{6}$'),
  tries integer not null default 0,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  pass_hash bytea,
  pass_expires_at timestamptz,
  primary key (organisation, one_time_code_id)
);
select keep_organisations_apart('one_time_code');
grant select, insert, update, delete on one_time_code to hoiam_app;
-- For reading out what waits for a customer, and for removing what is over.
create index one_time_code_complaint on one_time_code (organisation, complaint_id);

-- How often something was done from one place since `began_at`: what is open to everybody has its bounds.
create table public_turn (
  organisation text not null,
  what text not null,
  place text not null,
  turns integer not null,
  began_at timestamptz not null,
  primary key (organisation, what, place)
);
select keep_organisations_apart('public_turn');
grant select, insert, update, delete on public_turn to hoiam_app;
-- For forgetting what was long ago.
create index public_turn_began on public_turn (organisation, began_at);
