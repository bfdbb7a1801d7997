-- Written by bin/dump-schema.ts from the migrations. Do not edit.

create table answer_link (
  organisation text not null,
  answer_link_id text not null,
  key_hash bytea not null,
  complaint_id text not null,
  coordination_id text not null,
  unit text not null,
  sent_to text,
  email text,
  documents text[] not null,
  made_by jsonb not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint answer_link_key_hash_check CHECK ((length(key_hash) = 32)),
  constraint answer_link_pkey PRIMARY KEY (organisation, answer_link_id)
);
CREATE INDEX answer_link_complaint ON public.answer_link USING btree (organisation, complaint_id, made_at);
CREATE INDEX answer_link_expires ON public.answer_link USING btree (organisation, expires_at);
CREATE UNIQUE INDEX answer_link_key ON public.answer_link USING btree (organisation, key_hash);
create policy own_organisation on answer_link using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table answer_link force row level security;
grant delete, insert, select, update on answer_link to hoiam_app;

create table api_token (
  organisation text not null,
  token_id text not null,
  token_hash bytea not null,
  person_id text not null,
  name text not null,
  scopes text[] not null,
  made_by jsonb not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint api_token_organisation_person_id_fkey FOREIGN KEY (organisation, person_id) REFERENCES person(organisation, person_id),
  constraint api_token_pkey PRIMARY KEY (organisation, token_id),
  constraint api_token_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE UNIQUE INDEX api_token_hash ON public.api_token USING btree (organisation, token_hash);
CREATE INDEX api_token_made ON public.api_token USING btree (organisation, made_at);
CREATE INDEX api_token_person ON public.api_token USING btree (organisation, person_id);
create policy own_organisation on api_token using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table api_token force row level security;
grant insert, select, update on api_token to hoiam_app;

create table arrival (
  organisation text not null,
  arrival_id text not null,
  connection_id text not null,
  channel text,
  medium text not null,
  external_key text not null,
  begins_complaints boolean not null,
  received_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  sender jsonb not null,
  subject text not null,
  content text not null,
  quoted text,
  html_sha256 text,
  original_sha256 text not null,
  original_bytes bigint not null,
  attachments jsonb not null,
  notes jsonb not null,
  nature text not null,
  mail_headers jsonb,
  message_id text,
  about_complaint_id text,
  recognised_by text,
  status text not null,
  waiting_reason text,
  set_aside_reason text,
  handled_by jsonb,
  handled_at timestamp with time zone,
  complaint_id text,
  sequence integer,
  sender_key text,
  erased_at timestamp with time zone,
  constraint arrival_arrival_id_check CHECK ((arrival_id ~ '^[0-9a-f]{32}$'::text)),
  constraint arrival_check CHECK (((status = 'taken-in'::text) = (sequence IS NOT NULL))),
  constraint arrival_check1 CHECK (((status <> 'set-aside'::text) OR (set_aside_reason IS NOT NULL))),
  constraint arrival_html_sha256_check CHECK ((html_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint arrival_medium_check CHECK ((medium = ANY (ARRAY['mail'::text, 'sms'::text, 'chat'::text, 'call'::text]))),
  constraint arrival_nature_check CHECK ((nature = ANY (ARRAY['message'::text, 'bounce'::text, 'automatic'::text, 'list'::text, 'loop'::text, 'unreadable'::text]))),
  constraint arrival_original_sha256_check CHECK ((original_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint arrival_pkey PRIMARY KEY (organisation, arrival_id),
  constraint arrival_set_aside_reason_check CHECK (((length(set_aside_reason) >= 1) AND (length(set_aside_reason) <= 1000))),
  constraint arrival_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'taken-in'::text, 'set-aside'::text, 'noted'::text])))
);
CREATE INDEX arrival_by_status ON public.arrival USING btree (organisation, status, received_at DESC, arrival_id);
CREATE INDEX arrival_into_complaint ON public.arrival USING btree (organisation, complaint_id) WHERE (complaint_id IS NOT NULL);
CREATE INDEX arrival_just_arrived ON public.arrival USING btree (organisation, recorded_at) WHERE ((status = 'waiting'::text) AND (waiting_reason = 'just-arrived'::text));
CREATE INDEX arrival_message_id ON public.arrival USING btree (organisation, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX arrival_of_complaint ON public.arrival USING btree (organisation, about_complaint_id) WHERE (about_complaint_id IS NOT NULL);
CREATE INDEX arrival_of_sender ON public.arrival USING btree (organisation, connection_id, sender_key) WHERE (complaint_id IS NOT NULL);
create policy own_organisation on arrival using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table arrival force row level security;
grant insert, select, update on arrival to hoiam_app;

create table article_rating (
  organisation text not null,
  procedure text not null,
  of text not null,
  browser_hash bytea not null,
  score smallint not null,
  rated_at timestamp with time zone not null default now(),
  constraint article_rating_browser_hash_check CHECK ((length(browser_hash) = 32)),
  constraint article_rating_of_check CHECK ((of = ANY (ARRAY['article'::text, 'help-centre'::text]))),
  constraint article_rating_pkey PRIMARY KEY (organisation, procedure, of, browser_hash),
  constraint article_rating_score_check CHECK (((score >= 1) AND (score <= 5)))
);
create policy own_organisation on article_rating using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table article_rating force row level security;
grant insert, select, update on article_rating to hoiam_app;

create table attachment (
  organisation text not null,
  sha256 text not null,
  bytes bigint not null,
  type text not null,
  uploaded_by jsonb not null,
  uploaded_at timestamp with time zone not null default now(),
  wanted_at timestamp with time zone not null default now(),
  is_named boolean not null default false,
  scanned_at timestamp with time zone,
  infected_by text,
  constraint attachment_infected_by_check CHECK (((length(infected_by) >= 1) AND (length(infected_by) <= 200))),
  constraint attachment_pkey PRIMARY KEY (organisation, sha256),
  constraint attachment_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX attachment_unnamed ON public.attachment USING btree (organisation, wanted_at) WHERE (NOT is_named);
CREATE INDEX attachment_unscanned ON public.attachment USING btree (organisation, uploaded_at) WHERE (scanned_at IS NULL);
create policy own_organisation on attachment using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table attachment force row level security;
grant delete, insert, select, update on attachment to hoiam_app;

create table calendar_move (
  organisation text not null,
  number integer not null,
  begun_at timestamp with time zone not null default clock_timestamp(),
  begun_in xid8 not null default pg_snapshot_xmin(pg_current_snapshot()),
  is_second_pass boolean not null default false,
  after_id text not null default ''::text,
  complaints integer not null default 0,
  clocks integer not null default 0,
  ended_at timestamp with time zone,
  constraint calendar_move_pkey PRIMARY KEY (organisation)
);
create policy own_organisation on calendar_move using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table calendar_move force row level security;
grant insert, select, update on calendar_move to hoiam_app;

create table calendar_version (
  organisation text not null,
  number integer not null,
  rules jsonb not null,
  reason text not null,
  changed_by jsonb not null,
  changed_at timestamp with time zone not null default now(),
  constraint calendar_version_number_check CHECK ((number > 0)),
  constraint calendar_version_pkey PRIMARY KEY (organisation, number)
);
create policy own_organisation on calendar_version using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table calendar_version force row level security;
grant insert, select on calendar_version to hoiam_app;

create table call_back (
  organisation text not null,
  call_back_id text not null,
  number text not null,
  plain_number text,
  name text,
  about text not null,
  complaint_id text,
  call_id text,
  person_id text,
  due_from timestamp with time zone not null,
  due_until timestamp with time zone not null,
  status text not null default 'open'::text,
  outcome text,
  ended_by text,
  ended_at timestamp with time zone,
  reminded_at timestamp with time zone,
  made_by text not null,
  made_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  constraint call_back_about_check CHECK (((length(about) >= 1) AND (length(about) <= 2000))),
  constraint call_back_check CHECK ((due_until >= due_from)),
  constraint call_back_check1 CHECK (((status = 'open'::text) = (ended_at IS NULL))),
  constraint call_back_name_check CHECK (((length(name) >= 1) AND (length(name) <= 1000))),
  constraint call_back_number_check CHECK (((length(number) >= 1) AND (length(number) <= 100))),
  constraint call_back_organisation_call_id_fkey FOREIGN KEY (organisation, call_id) REFERENCES phone_call(organisation, call_id),
  constraint call_back_organisation_ended_by_fkey FOREIGN KEY (organisation, ended_by) REFERENCES person(organisation, person_id),
  constraint call_back_organisation_made_by_fkey FOREIGN KEY (organisation, made_by) REFERENCES person(organisation, person_id),
  constraint call_back_organisation_person_id_fkey FOREIGN KEY (organisation, person_id) REFERENCES person(organisation, person_id),
  constraint call_back_outcome_check CHECK (((length(outcome) >= 1) AND (length(outcome) <= 2000))),
  constraint call_back_pkey PRIMARY KEY (organisation, call_back_id),
  constraint call_back_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX call_back_call ON public.call_back USING btree (organisation, call_id) WHERE (call_id IS NOT NULL);
CREATE INDEX call_back_complaint ON public.call_back USING btree (organisation, complaint_id) WHERE (complaint_id IS NOT NULL);
CREATE INDEX call_back_made ON public.call_back USING btree (organisation, made_at DESC);
CREATE INDEX call_back_open ON public.call_back USING btree (organisation, due_from) WHERE (status = 'open'::text);
create policy own_organisation on call_back using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table call_back force row level security;
grant insert, select, update on call_back to hoiam_app;

create table call_back_change (
  organisation text not null,
  call_back_id text not null,
  version integer not null,
  changed_at timestamp with time zone not null default clock_timestamp(),
  changed_by jsonb not null,
  changes jsonb not null,
  constraint call_back_change_organisation_call_back_id_fkey FOREIGN KEY (organisation, call_back_id) REFERENCES call_back(organisation, call_back_id),
  constraint call_back_change_pkey PRIMARY KEY (organisation, call_back_id, version)
);
create policy own_organisation on call_back_change using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table call_back_change force row level security;
grant insert, select on call_back_change to hoiam_app;

create table channel_connection (
  organisation text not null,
  connection_id text not null,
  channel_id text not null,
  kind text not null,
  name text not null,
  settings jsonb not null,
  secrets bytea,
  secret_names text[] not null default '{}'::text[],
  is_on boolean not null,
  state jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  constraint channel_connection_channel_id_check CHECK ((channel_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint channel_connection_check CHECK (((secrets IS NULL) = (secret_names = '{}'::text[]))),
  constraint channel_connection_connection_id_check CHECK (((connection_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(connection_id) <= 64))),
  constraint channel_connection_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  constraint channel_connection_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint channel_connection_pkey PRIMARY KEY (organisation, connection_id)
);
create policy own_organisation on channel_connection using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table channel_connection force row level security;
grant delete, insert, select, update on channel_connection to hoiam_app;

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
  started_at timestamp with time zone not null,
  due_on date not null,
  due_at timestamp with time zone not null,
  inclusive boolean not null,
  warn_ats jsonb not null,
  warned integer not null,
  breached_at timestamp with time zone,
  pauses jsonb not null,
  extensions jsonb not null,
  status text not null,
  ended_at timestamp with time zone,
  stopped_by text,
  next_action_at timestamp with time zone,
  constraint clock_pkey PRIMARY KEY (organisation, complaint_id, clock_id)
);
CREATE INDEX clock_breached ON public.clock USING btree (organisation, breached_at) WHERE ((breached_at IS NOT NULL) AND (origin <> 'internal'::text));
CREATE INDEX clock_call_back ON public.clock USING btree (organisation, due_at) WHERE ((ended_at IS NULL) AND (purpose = 'call-back'::text));
CREATE INDEX clock_to_move ON public.clock USING btree (organisation, complaint_id) WHERE ((ended_at IS NULL) AND (calendar <> 'national'::text));
create policy own_organisation on clock using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table clock force row level security;
grant delete, insert, select, update on clock to hoiam_app;

create table closed_channel (
  organisation text not null,
  channel_id text not null,
  reason text not null,
  closed_by text not null,
  closed_at timestamp with time zone not null default clock_timestamp(),
  constraint closed_channel_channel_id_check CHECK ((channel_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint closed_channel_organisation_closed_by_fkey FOREIGN KEY (organisation, closed_by) REFERENCES person(organisation, person_id),
  constraint closed_channel_pkey PRIMARY KEY (organisation, channel_id),
  constraint closed_channel_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
create policy own_organisation on closed_channel using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table closed_channel force row level security;
grant delete, insert, select, update on closed_channel to hoiam_app;

create table complaint (
  organisation text not null,
  complaint_id text not null,
  arrival bigint not null,
  number text not null,
  last_sequence integer not null,
  last_hash bytea not null,
  last_recorded_at timestamp with time zone not null,
  changed_in xid8 not null default pg_current_xact_id(),
  sealed_sequence integer not null default 0,
  next_firing_at timestamp with time zone,
  constraint complaint_complaint_id_check CHECK (((complaint_id ~ '^[A-Za-z0-9_.:-]+$'::text) AND (length(complaint_id) <= 100))),
  constraint complaint_last_hash_check CHECK ((length(last_hash) = 32)),
  constraint complaint_last_sequence_check CHECK ((last_sequence > 0)),
  constraint complaint_pkey PRIMARY KEY (organisation, complaint_id)
);
CREATE INDEX complaint_changed ON public.complaint USING btree (organisation, changed_in);
CREATE INDEX complaint_due ON public.complaint USING btree (organisation, next_firing_at) WHERE (next_firing_at IS NOT NULL);
CREATE UNIQUE INDEX complaint_number ON public.complaint USING btree (organisation, number);
CREATE INDEX complaint_unsealed ON public.complaint USING btree (organisation, changed_in) WHERE (sealed_sequence < last_sequence);
create policy own_organisation on complaint using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table complaint force row level security;
grant insert, select, update on complaint to hoiam_app;

create table complaint_row (
  organisation text not null,
  complaint_id text not null,
  arrival bigint not null,
  number text not null,
  sequence integer not null,
  procedure text not null,
  edition_hash text not null,
  received_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
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
  due_at timestamp with time zone not null,
  due_clock_id text,
  due_rule text,
  breaches integer not null,
  outcome text,
  closed_at timestamp with time zone,
  archived_at timestamp with time zone,
  units text[] not null,
  about_person_ids text[] not null,
  incident_id text,
  precedence smallint not null,
  awaits text[] not null default '{}'::text[],
  shown_in text not null default 'work'::text,
  constraint complaint_row_pkey PRIMARY KEY (organisation, complaint_id),
  constraint complaint_row_shown_in_check CHECK ((shown_in = ANY (ARRAY['work'::text, 'training'::text, 'nowhere'::text])))
);
CREATE UNIQUE INDEX complaint_row_arrival ON public.complaint_row USING btree (organisation, arrival);
CREATE INDEX complaint_row_awaits ON public.complaint_row USING btree (organisation, precedence, due_at) WHERE (is_open AND (awaits <> '{}'::text[]));
CREATE INDEX complaint_row_customer ON public.complaint_row USING btree (organisation, customer_id, arrival) WHERE (customer_id IS NOT NULL);
CREATE INDEX complaint_row_due ON public.complaint_row USING btree (organisation, due_at, arrival) WHERE is_open;
CREATE INDEX complaint_row_first ON public.complaint_row USING btree (organisation, precedence, due_at, arrival) WHERE is_open;
CREATE INDEX complaint_row_incident ON public.complaint_row USING btree (organisation, incident_id, arrival) WHERE (incident_id IS NOT NULL);
CREATE INDEX complaint_row_owner_first ON public.complaint_row USING btree (organisation, owner_id, precedence, due_at, arrival) WHERE is_open;
CREATE INDEX complaint_row_received ON public.complaint_row USING brin (received_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX complaint_row_training ON public.complaint_row USING btree (organisation, arrival) WHERE (shown_in = 'training'::text);
CREATE INDEX complaint_row_unit_due ON public.complaint_row USING btree (organisation, unit, due_at, arrival) WHERE is_open;
CREATE INDEX complaint_row_unit_first ON public.complaint_row USING btree (organisation, unit, precedence, due_at, arrival) WHERE is_open;
create policy own_organisation on complaint_row using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table complaint_row force row level security;
grant delete, insert, select, update on complaint_row to hoiam_app;

create table complaint_text (
  organisation text not null,
  complaint_id text not null,
  arrival bigint not null,
  words text not null,
  terms tsvector not null,
  constraint complaint_text_pkey PRIMARY KEY (organisation, complaint_id)
);
CREATE UNIQUE INDEX complaint_text_arrival ON public.complaint_text USING btree (organisation, arrival);
CREATE INDEX complaint_text_terms ON public.complaint_text USING gin (terms) WITH (gin_pending_list_limit='256');
create policy own_organisation on complaint_text using ((organisation = current_setting('hoiam.organisation'::text, true)));
grant delete, insert, select, update on complaint_text to hoiam_app;

create table coordination_row (
  organisation text not null,
  complaint_id text not null,
  coordination_id text not null,
  unit text not null,
  status text not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  reminders integer not null,
  promised_repair_on date,
  is_repair_done boolean not null,
  is_waiting boolean not null,
  constraint coordination_row_pkey PRIMARY KEY (organisation, complaint_id, coordination_id)
);
CREATE INDEX coordination_row_inbox ON public.coordination_row USING btree (organisation, unit, due_at, complaint_id) WHERE is_waiting;
CREATE INDEX coordination_row_unchecked ON public.coordination_row USING btree (organisation, complaint_id) WHERE (is_waiting OR (status = 'answered'::text));
create policy own_organisation on coordination_row using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table coordination_row force row level security;
grant delete, insert, select, update on coordination_row to hoiam_app;

create table customer (
  organisation text not null,
  customer_id text not null,
  name text not null,
  plain_name text not null,
  customer_class text,
  consumer boolean,
  address text,
  note text,
  version integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  constraint customer_pkey PRIMARY KEY (organisation, customer_id)
);
CREATE INDEX customer_plain_name ON public.customer USING btree (organisation, plain_name);
create policy own_organisation on customer using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table customer force row level security;
grant insert, select, update on customer to hoiam_app;

create table customer_identifier (
  organisation text not null,
  kind text not null,
  plain text not null,
  customer_id text not null,
  as_written text not null,
  domain text generated always as ( CASE WHEN (kind = 'email'::text) THEN NULLIF(split_part(plain, '@'::text, 2), ''::text) ELSE NULL::text END) stored,
  constraint customer_identifier_kind_check CHECK (((kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(kind) <= 100))),
  constraint customer_identifier_organisation_customer_id_fkey FOREIGN KEY (organisation, customer_id) REFERENCES customer(organisation, customer_id),
  constraint customer_identifier_pkey PRIMARY KEY (organisation, kind, plain, customer_id)
);
CREATE INDEX customer_identifier_customer ON public.customer_identifier USING btree (organisation, customer_id);
CREATE INDEX customer_identifier_domain ON public.customer_identifier USING btree (organisation, domain) WHERE (domain IS NOT NULL);
create policy own_organisation on customer_identifier using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table customer_identifier force row level security;
grant delete, insert, select on customer_identifier to hoiam_app;

create table delegation (
  organisation text not null,
  delegation_id text not null,
  person_id text not null,
  deputy_id text not null,
  from_on date not null,
  to_on date not null,
  reason text,
  ended_at timestamp with time zone,
  given_by jsonb not null,
  signs_as text,
  post text,
  constraint delegation_check CHECK ((deputy_id <> person_id)),
  constraint delegation_check1 CHECK ((to_on >= from_on)),
  constraint delegation_organisation_deputy_id_fkey FOREIGN KEY (organisation, deputy_id) REFERENCES person(organisation, person_id),
  constraint delegation_organisation_person_id_fkey FOREIGN KEY (organisation, person_id) REFERENCES person(organisation, person_id),
  constraint delegation_pkey PRIMARY KEY (organisation, delegation_id),
  constraint delegation_post_check CHECK (((length(post) >= 1) AND (length(post) <= 200))),
  constraint delegation_signs_as_check CHECK ((signs_as = ANY (ARRAY['KT'::text, 'TL'::text, 'TUQ'::text])))
);
CREATE INDEX delegation_deputy ON public.delegation USING btree (organisation, deputy_id);
create policy own_organisation on delegation using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table delegation force row level security;
grant insert, select, update on delegation to hoiam_app;

create table download_link (
  organisation text not null,
  download_link_id text not null,
  key_hash bytea not null,
  complaint_id text not null,
  attachment_id text not null,
  made_for text not null,
  made_by text not null,
  made_at timestamp with time zone not null default clock_timestamp(),
  expires_at timestamp with time zone not null,
  fetched_at timestamp with time zone,
  fetched integer not null default 0,
  constraint download_link_made_for_check CHECK (((length(made_for) >= 1) AND (length(made_for) <= 200))),
  constraint download_link_organisation_key_hash_key UNIQUE (organisation, key_hash),
  constraint download_link_organisation_made_by_fkey FOREIGN KEY (organisation, made_by) REFERENCES person(organisation, person_id),
  constraint download_link_pkey PRIMARY KEY (organisation, download_link_id)
);
CREATE INDEX download_link_of_complaint ON public.download_link USING btree (organisation, complaint_id);
CREATE INDEX download_link_over ON public.download_link USING btree (organisation, expires_at);
create policy own_organisation on download_link using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table download_link force row level security;
grant delete, insert, select, update on download_link to hoiam_app;

create table edition (
  organisation text not null,
  hash text not null,
  procedure text not null,
  effective_on date not null,
  law_effective_on date not null,
  canonical_text text not null,
  kept_at timestamp with time zone not null default now(),
  constraint edition_pkey PRIMARY KEY (organisation, hash)
);
create policy own_organisation on edition using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table edition force row level security;
grant insert, select on edition to hoiam_app;

create table edition_accepted (
  organisation text not null,
  number integer not null,
  hash text not null,
  reason text not null,
  accepted_by text not null,
  accepted_at timestamp with time zone not null default now(),
  constraint edition_accepted_number_check CHECK ((number > 0)),
  constraint edition_accepted_organisation_hash_fkey FOREIGN KEY (organisation, hash) REFERENCES edition(organisation, hash),
  constraint edition_accepted_pkey PRIMARY KEY (organisation, number)
);
create policy own_organisation on edition_accepted using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table edition_accepted force row level security;
grant insert, select on edition_accepted to hoiam_app;

create table erased_content (
  organisation text not null,
  sha256 text not null,
  erased_at timestamp with time zone not null default now(),
  constraint erased_content_pkey PRIMARY KEY (organisation, sha256),
  constraint erased_content_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
create policy own_organisation on erased_content using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table erased_content force row level security;
grant delete, insert, select, update on erased_content to hoiam_app;

create table event (
  organisation text not null,
  complaint_id text not null,
  sequence integer not null,
  type text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor jsonb not null,
  command_id text not null,
  data jsonb not null,
  salts jsonb,
  hash bytea not null,
  written_in xid8 not null default pg_current_xact_id(),
  constraint event_hash_check CHECK ((length(hash) = 32)),
  constraint event_pkey PRIMARY KEY (organisation, complaint_id, sequence),
  constraint event_sequence_check CHECK ((sequence > 0))
);
CREATE INDEX event_reply ON public.event USING btree (organisation, recorded_at) WHERE (type = ANY (ARRAY['ReplyGiven'::text, 'AnsweredAtFirstLine'::text]));
create policy own_organisation on event using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table event force row level security;
grant insert, select on event to hoiam_app;

create table idempotency (
  organisation text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  complaint_id text not null,
  first_sequence integer not null,
  last_sequence integer not null,
  recorded_at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (organisation, idempotency_key)
);
CREATE INDEX idempotency_old ON public.idempotency USING btree (organisation, recorded_at);
create policy own_organisation on idempotency using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table idempotency force row level security;
grant delete, insert, select on idempotency to hoiam_app;

create table inbox_digest (
  organisation text not null,
  person_id text not null,
  is_wanted boolean not null default true,
  told_to timestamp with time zone,
  constraint inbox_digest_organisation_person_id_fkey FOREIGN KEY (organisation, person_id) REFERENCES person(organisation, person_id),
  constraint inbox_digest_pkey PRIMARY KEY (organisation, person_id)
);
create policy own_organisation on inbox_digest using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table inbox_digest force row level security;
grant insert, select, update on inbox_digest to hoiam_app;

create table inbox_digest_day (
  organisation text not null,
  made_on date not null,
  constraint inbox_digest_day_pkey PRIMARY KEY (organisation)
);
create policy own_organisation on inbox_digest_day using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table inbox_digest_day force row level security;
grant insert, select, update on inbox_digest_day to hoiam_app;

create table incident (
  organisation text not null,
  incident_id text not null,
  title text not null,
  service text not null,
  cause text,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  version integer not null default 1,
  opened_by jsonb not null,
  changed_at timestamp with time zone not null default now(),
  constraint incident_check CHECK ((ended_at >= started_at)),
  constraint incident_pkey PRIMARY KEY (organisation, incident_id)
);
CREATE INDEX incident_running ON public.incident USING btree (organisation, started_at, incident_id) WHERE (ended_at IS NULL);
CREATE INDEX incident_started ON public.incident USING btree (organisation, started_at, incident_id);
create policy own_organisation on incident using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table incident force row level security;
grant insert, select, update on incident to hoiam_app;

create table incident_reply (
  organisation text not null,
  reply_key text not null,
  request_hash bytea not null,
  incident_id text not null,
  complaint_ids text[] not null,
  given_by jsonb not null,
  given_at timestamp with time zone not null default now(),
  constraint incident_reply_organisation_incident_id_fkey FOREIGN KEY (organisation, incident_id) REFERENCES incident(organisation, incident_id),
  constraint incident_reply_pkey PRIMARY KEY (organisation, reply_key)
);
create policy own_organisation on incident_reply using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table incident_reply force row level security;
grant insert, select on incident_reply to hoiam_app;

create table incoming_letter (
  organisation text not null,
  letter_id text not null,
  year integer not null,
  number integer not null,
  received_at timestamp with time zone not null,
  postmarked_on date,
  came_by text not null,
  sender text not null,
  their_number text,
  their_date date,
  about text not null,
  sheets integer,
  scans jsonb not null default '[]'::jsonb,
  unit text,
  outcome text not null default 'waiting'::text,
  outcome_reason text,
  complaint_id text,
  recorded_by text not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  plain_text text not null,
  constraint incoming_letter_about_check CHECK (((length(about) >= 1) AND (length(about) <= 2000))),
  constraint incoming_letter_came_by_check CHECK ((came_by = ANY (ARRAY['post'::text, 'counter'::text, 'fax'::text, 'authority'::text]))),
  constraint incoming_letter_check CHECK (((outcome = ANY (ARRAY['registered'::text, 'added'::text])) = (complaint_id IS NOT NULL))),
  constraint incoming_letter_check1 CHECK (((outcome = ANY (ARRAY['nothing-to-do'::text, 'struck'::text])) = (outcome_reason IS NOT NULL))),
  constraint incoming_letter_number_check CHECK ((number > 0)),
  constraint incoming_letter_organisation_recorded_by_fkey FOREIGN KEY (organisation, recorded_by) REFERENCES person(organisation, person_id),
  constraint incoming_letter_organisation_unit_fkey FOREIGN KEY (organisation, unit) REFERENCES unit(organisation, unit_id),
  constraint incoming_letter_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'registered'::text, 'added'::text, 'nothing-to-do'::text, 'struck'::text]))),
  constraint incoming_letter_outcome_reason_check CHECK (((length(outcome_reason) >= 1) AND (length(outcome_reason) <= 2000))),
  constraint incoming_letter_pkey PRIMARY KEY (organisation, letter_id),
  constraint incoming_letter_sender_check CHECK (((length(sender) >= 1) AND (length(sender) <= 1000))),
  constraint incoming_letter_sheets_check CHECK (((sheets >= 1) AND (sheets <= 10000))),
  constraint incoming_letter_their_number_check CHECK (((length(their_number) >= 1) AND (length(their_number) <= 200)))
);
CREATE INDEX incoming_letter_complaint ON public.incoming_letter USING btree (organisation, complaint_id) WHERE (complaint_id IS NOT NULL);
CREATE UNIQUE INDEX incoming_letter_number ON public.incoming_letter USING btree (organisation, year, number);
CREATE INDEX incoming_letter_received ON public.incoming_letter USING btree (organisation, received_at DESC, number DESC);
create policy own_organisation on incoming_letter using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table incoming_letter force row level security;
grant insert, select, update on incoming_letter to hoiam_app;

create table incoming_letter_change (
  organisation text not null,
  letter_id text not null,
  version integer not null,
  changed_at timestamp with time zone not null default clock_timestamp(),
  changed_by jsonb not null,
  changes jsonb not null,
  constraint incoming_letter_change_organisation_letter_id_fkey FOREIGN KEY (organisation, letter_id) REFERENCES incoming_letter(organisation, letter_id),
  constraint incoming_letter_change_pkey PRIMARY KEY (organisation, letter_id, version)
);
create policy own_organisation on incoming_letter_change using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table incoming_letter_change force row level security;
grant insert, select on incoming_letter_change to hoiam_app;

create table known_device (
  organisation text not null,
  device_hash bytea not null,
  person_id text not null,
  seen_at timestamp with time zone not null default now(),
  constraint known_device_device_hash_check CHECK ((length(device_hash) = 32)),
  constraint known_device_organisation_person_id_fkey FOREIGN KEY (organisation, person_id) REFERENCES person(organisation, person_id),
  constraint known_device_pkey PRIMARY KEY (organisation, device_hash, person_id)
);
CREATE INDEX known_device_person ON public.known_device USING btree (organisation, person_id, seen_at);
CREATE INDEX known_device_seen ON public.known_device USING btree (organisation, seen_at);
create policy own_organisation on known_device using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table known_device force row level security;
grant delete, insert, select, update on known_device to hoiam_app;

create table letter_register (
  organisation text not null,
  register text not null,
  year integer not null,
  last_number integer not null,
  constraint letter_register_pkey PRIMARY KEY (organisation, register, year)
);
create policy own_organisation on letter_register using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table letter_register force row level security;
grant insert, select, update on letter_register to hoiam_app;

create table letter_stamp (
  organisation text not null,
  complaint_id text not null,
  paper_id text not null,
  stamped_by text not null,
  stamped_at timestamp with time zone not null default clock_timestamp(),
  copies integer not null default 1,
  constraint letter_stamp_copies_check CHECK (((copies >= 1) AND (copies <= 1000))),
  constraint letter_stamp_organisation_complaint_id_paper_id_fkey FOREIGN KEY (organisation, complaint_id, paper_id) REFERENCES outgoing_letter(organisation, complaint_id, paper_id),
  constraint letter_stamp_organisation_stamped_by_fkey FOREIGN KEY (organisation, stamped_by) REFERENCES person(organisation, person_id),
  constraint letter_stamp_pkey PRIMARY KEY (organisation, complaint_id, paper_id)
);
create policy own_organisation on letter_stamp using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table letter_stamp force row level security;
grant delete, insert, select on letter_stamp to hoiam_app;

create table mailbox_place (
  organisation text not null,
  connection_id text not null,
  uid_validity bigint,
  last_uid bigint not null default 0,
  begun_at timestamp with time zone not null default clock_timestamp(),
  leased_by text,
  leased_until timestamp with time zone,
  constraint mailbox_place_pkey PRIMARY KEY (organisation, connection_id)
);
create policy own_organisation on mailbox_place using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table mailbox_place force row level security;
grant insert, select, update on mailbox_place to hoiam_app;

create table not_duplicate (
  organisation text not null,
  complaint_id text not null,
  other_id text not null,
  said_by jsonb not null,
  said_at timestamp with time zone not null default clock_timestamp(),
  constraint not_duplicate_check CHECK ((complaint_id < other_id)),
  constraint not_duplicate_pkey PRIMARY KEY (organisation, complaint_id, other_id)
);
CREATE INDEX not_duplicate_other ON public.not_duplicate USING btree (organisation, other_id);
create policy own_organisation on not_duplicate using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table not_duplicate force row level security;
grant delete, insert, select on not_duplicate to hoiam_app;

create table notification (
  organisation text not null,
  notification_id text not null,
  person_id text not null,
  kind text not null,
  complaint_id text,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  data jsonb not null,
  constraint notification_pkey PRIMARY KEY (organisation, notification_id)
);
CREATE INDEX notification_of_person ON public.notification USING btree (organisation, person_id, made_at DESC);
CREATE INDEX notification_unread ON public.notification USING btree (organisation, person_id) WHERE (read_at IS NULL);
create policy own_organisation on notification using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table notification force row level security;
grant delete, insert, select, update on notification to hoiam_app;

create table one_time_code (
  organisation text not null,
  one_time_code_id text not null,
  complaint_id text not null,
  code_hash bytea not null,
  purpose text not null,
  digits text not null,
  tries integer not null default 0,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  pass_hash bytea,
  pass_expires_at timestamp with time zone,
  constraint one_time_code_digits_check CHECK ((digits ~ '^[0-9]{6}$'::text)),
  constraint one_time_code_pkey PRIMARY KEY (organisation, one_time_code_id),
  constraint one_time_code_purpose_check CHECK ((purpose = ANY (ARRAY['documents'::text, 'accept'::text, 'sign'::text])))
);
CREATE INDEX one_time_code_complaint ON public.one_time_code USING btree (organisation, complaint_id);
create policy own_organisation on one_time_code using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table one_time_code force row level security;
grant delete, insert, select, update on one_time_code to hoiam_app;

create table organisation (
  organisation text not null,
  added_at timestamp with time zone not null default now(),
  constraint organisation_organisation_check CHECK ((organisation ~ '^[a-z0-9][a-z0-9-]{0,99}$'::text)),
  constraint organisation_pkey PRIMARY KEY (organisation)
);
create policy own_organisation on organisation using ((organisation = current_setting('hoiam.organisation'::text, true)));
grant insert, select on organisation to hoiam_app;

create table organisation_log (
  organisation text not null,
  sequence integer not null,
  type text not null,
  recorded_at timestamp with time zone not null,
  actor jsonb not null,
  data jsonb not null,
  hash bytea not null,
  constraint organisation_log_hash_check CHECK ((length(hash) = 32)),
  constraint organisation_log_pkey PRIMARY KEY (organisation, sequence),
  constraint organisation_log_sequence_check CHECK ((sequence > 0))
);
create policy own_organisation on organisation_log using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table organisation_log force row level security;
grant insert, select on organisation_log to hoiam_app;

create table outbox (
  organisation text not null,
  outbox_id text not null,
  complaint_id text,
  sequence integer,
  kind text not null,
  audience text not null,
  recipient text,
  channel text,
  content jsonb not null,
  urgency text not null,
  status text not null default 'queued'::text,
  queued_at timestamp with time zone not null,
  next_try_at timestamp with time zone not null,
  attempts integer not null default 0,
  last_error text,
  ended_at timestamp with time zone,
  message_id text,
  may_have_left boolean not null default false,
  noted_at timestamp with time zone,
  carrier text,
  connection_id text,
  reference text,
  parts smallint,
  outcome_at timestamp with time zone,
  opened_at timestamp with time zone,
  again_of text,
  constraint outbox_carrier_check CHECK ((carrier = ANY (ARRAY['mail'::text, 'sms'::text, 'chat'::text]))),
  constraint outbox_of_fact CHECK (((kind = ANY (ARRAY['shift-digest'::text, 'inbox-digest'::text, 'mail-failed'::text])) OR ((complaint_id IS NOT NULL) AND (sequence IS NOT NULL)))),
  constraint outbox_pkey PRIMARY KEY (organisation, outbox_id),
  constraint outbox_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'bounced'::text, 'refused'::text, 'failed'::text, 'unknown'::text, 'dropped'::text, 'gathered'::text]))),
  constraint outbox_urgency_check CHECK ((urgency = ANY (ARRAY['now'::text, 'digest'::text])))
);
CREATE INDEX outbox_digest ON public.outbox USING btree (organisation) WHERE ((urgency = 'digest'::text) AND (status = 'queued'::text));
CREATE INDEX outbox_message_id ON public.outbox USING btree (organisation, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX outbox_of_complaint ON public.outbox USING btree (organisation, complaint_id);
CREATE INDEX outbox_reference ON public.outbox USING btree (organisation, reference) WHERE (reference IS NOT NULL);
CREATE INDEX outbox_to_mail ON public.outbox USING btree (organisation, next_try_at) WHERE ((ended_at IS NULL) AND (status = ANY (ARRAY['queued'::text, 'sending'::text, 'unknown'::text])) AND (audience = ANY (ARRAY['customer'::text, 'link'::text, 'inbox'::text])));
CREATE INDEX outbox_to_note ON public.outbox USING btree (organisation) WHERE ((ended_at IS NOT NULL) AND (noted_at IS NULL));
create policy own_organisation on outbox using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table outbox force row level security;
grant insert, select, update on outbox to hoiam_app;

create table outgoing_letter (
  organisation text not null,
  complaint_id text not null,
  paper_id text not null,
  sequence integer not null,
  issued_at timestamp with time zone not null,
  register text,
  year integer,
  number integer,
  confirmation_code text,
  constraint outgoing_letter_check CHECK ((((register IS NULL) = (number IS NULL)) AND ((number IS NULL) = (year IS NULL)))),
  constraint outgoing_letter_pkey PRIMARY KEY (organisation, complaint_id, paper_id)
);
CREATE UNIQUE INDEX outgoing_letter_code ON public.outgoing_letter USING btree (organisation, confirmation_code);
CREATE UNIQUE INDEX outgoing_letter_number ON public.outgoing_letter USING btree (organisation, register, year, number);
create policy own_organisation on outgoing_letter using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table outgoing_letter force row level security;
grant insert, select on outgoing_letter to hoiam_app;

create table person (
  organisation text not null,
  person_id text not null,
  name text not null,
  email text,
  sign_in_name text not null,
  password_hash text,
  closed_at timestamp with time zone,
  version integer not null default 1,
  added_at timestamp with time zone not null default now(),
  language text not null default 'vi'::text,
  one_time_until timestamp with time zone,
  constraint person_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint person_pkey PRIMARY KEY (organisation, person_id)
);
CREATE UNIQUE INDEX person_sign_in_name ON public.person USING btree (organisation, sign_in_name);
create policy own_organisation on person using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table person force row level security;
grant insert, select, update on person to hoiam_app;

create table phone_call (
  organisation text not null,
  call_id text not null,
  connection_id text,
  direction text not null,
  number text,
  plain_number text,
  agent text,
  person_id text,
  started_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  status text not null generated always as ( CASE WHEN (ended_at IS NULL) THEN CASE WHEN (answered_at IS NULL) THEN 'ringing'::text ELSE 'answered'::text END WHEN (answered_at IS NULL) THEN 'missed'::text ELSE 'ended'::text END) stored,
  recording_url text,
  note text,
  complaint_id text,
  settled_by text,
  settled_at timestamp with time zone,
  recorded_by text,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  changed_at timestamp with time zone not null default clock_timestamp(),
  constraint phone_call_agent_check CHECK (((length(agent) >= 1) AND (length(agent) <= 200))),
  constraint phone_call_check CHECK (((connection_id IS NULL) = (recorded_by IS NOT NULL))),
  constraint phone_call_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint phone_call_note_check CHECK (((length(note) >= 1) AND (length(note) <= 10000))),
  constraint phone_call_number_check CHECK (((length(number) >= 1) AND (length(number) <= 100))),
  constraint phone_call_organisation_person_id_fkey FOREIGN KEY (organisation, person_id) REFERENCES person(organisation, person_id),
  constraint phone_call_organisation_recorded_by_fkey FOREIGN KEY (organisation, recorded_by) REFERENCES person(organisation, person_id),
  constraint phone_call_organisation_settled_by_fkey FOREIGN KEY (organisation, settled_by) REFERENCES person(organisation, person_id),
  constraint phone_call_pkey PRIMARY KEY (organisation, call_id),
  constraint phone_call_recording_url_check CHECK (((length(recording_url) >= 1) AND (length(recording_url) <= 1000)))
);
CREATE INDEX phone_call_changed ON public.phone_call USING btree (organisation, changed_at);
CREATE INDEX phone_call_complaint ON public.phone_call USING btree (organisation, complaint_id) WHERE (complaint_id IS NOT NULL);
CREATE INDEX phone_call_number ON public.phone_call USING btree (organisation, plain_number, started_at);
CREATE INDEX phone_call_started ON public.phone_call USING btree (organisation, started_at DESC, call_id);
create policy own_organisation on phone_call using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table phone_call force row level security;
grant insert, select, update on phone_call to hoiam_app;

create table presence (
  organisation text not null,
  complaint_id text not null,
  person_id text not null,
  is_typing boolean not null,
  changed_at timestamp with time zone not null default clock_timestamp(),
  seen_at timestamp with time zone not null default clock_timestamp(),
  constraint presence_pkey PRIMARY KEY (organisation, complaint_id, person_id)
);
CREATE INDEX presence_changed ON public.presence USING btree (organisation, changed_at);
create policy own_organisation on presence using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table presence force row level security;
grant delete, insert, select, update on presence to hoiam_app;

create table public_turn (
  organisation text not null,
  what text not null,
  place text not null,
  turns integer not null,
  began_at timestamp with time zone not null,
  constraint public_turn_pkey PRIMARY KEY (organisation, what, place)
);
CREATE INDEX public_turn_began ON public.public_turn USING btree (organisation, began_at);
create policy own_organisation on public_turn using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table public_turn force row level security;
grant delete, insert, select, update on public_turn to hoiam_app;

create table reply_macro (
  organisation text not null,
  macro_id text not null,
  name text not null,
  content text not null,
  kind text,
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamp with time zone not null default clock_timestamp(),
  removed_at timestamp with time zone,
  constraint reply_macro_content_check CHECK (((length(content) >= 1) AND (length(content) <= 5000))),
  constraint reply_macro_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint reply_macro_organisation_changed_by_fkey FOREIGN KEY (organisation, changed_by) REFERENCES person(organisation, person_id),
  constraint reply_macro_pkey PRIMARY KEY (organisation, macro_id)
);
create policy own_organisation on reply_macro using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table reply_macro force row level security;
grant insert, select, update on reply_macro to hoiam_app;

create table request_answer (
  organisation text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  status integer not null,
  answer jsonb not null,
  answered_at timestamp with time zone not null default now(),
  constraint request_answer_pkey PRIMARY KEY (organisation, idempotency_key)
);
CREATE INDEX request_answer_old ON public.request_answer USING btree (organisation, answered_at);
create policy own_organisation on request_answer using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table request_answer force row level security;
grant delete, insert, select on request_answer to hoiam_app;

create table role_held (
  organisation text not null,
  role_held_id text not null,
  person_id text not null,
  role text not null,
  unit text not null,
  from_on date not null,
  to_on date,
  given_by jsonb not null,
  constraint role_held_check CHECK ((to_on >= from_on)),
  constraint role_held_organisation_person_id_fkey FOREIGN KEY (organisation, person_id) REFERENCES person(organisation, person_id),
  constraint role_held_organisation_unit_fkey FOREIGN KEY (organisation, unit) REFERENCES unit(organisation, unit_id),
  constraint role_held_pkey PRIMARY KEY (organisation, role_held_id)
);
CREATE INDEX role_held_person ON public.role_held USING btree (organisation, person_id);
create policy own_organisation on role_held using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table role_held force row level security;
grant insert, select, update on role_held to hoiam_app;

create table role_name (
  organisation text not null,
  role text not null,
  unit text not null default ''::text,
  name text not null,
  constraint role_name_pkey PRIMARY KEY (organisation, role, unit)
);
create policy own_organisation on role_name using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table role_name force row level security;
grant delete, insert, select, update on role_name to hoiam_app;

create table saved_view (
  organisation text not null,
  view_id text not null,
  person_id text not null,
  name text not null,
  unit text,
  query jsonb not null,
  made_at timestamp with time zone not null default now(),
  constraint saved_view_organisation_person_id_fkey FOREIGN KEY (organisation, person_id) REFERENCES person(organisation, person_id),
  constraint saved_view_pkey PRIMARY KEY (organisation, view_id)
);
CREATE INDEX saved_view_person ON public.saved_view USING btree (organisation, person_id, made_at);
CREATE INDEX saved_view_unit ON public.saved_view USING btree (organisation, unit, made_at) WHERE (unit IS NOT NULL);
create policy own_organisation on saved_view using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table saved_view force row level security;
grant delete, insert, select, update on saved_view to hoiam_app;

create table schema_migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (number)
);
grant select on schema_migration to hoiam_app;

create table seal (
  organisation text not null,
  number integer not null,
  previous_hash bytea,
  hash bytea not null,
  sealed_at timestamp with time zone not null,
  constraint seal_hash_check CHECK ((length(hash) = 32)),
  constraint seal_number_check CHECK ((number > 0)),
  constraint seal_pkey PRIMARY KEY (organisation, number)
);
create policy own_organisation on seal using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table seal force row level security;
grant insert, select on seal to hoiam_app;

create table seal_leaf (
  organisation text not null,
  seal_number integer not null,
  complaint_id text not null,
  sequence integer not null,
  hash bytea not null,
  constraint seal_leaf_hash_check CHECK ((length(hash) = 32)),
  constraint seal_leaf_pkey PRIMARY KEY (organisation, seal_number, complaint_id)
);
CREATE INDEX seal_leaf_organisation ON public.seal_leaf USING btree (organisation, sequence) WHERE (complaint_id = '*organisation'::text);
create policy own_organisation on seal_leaf using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table seal_leaf force row level security;
grant insert, select on seal_leaf to hoiam_app;

create table session (
  organisation text not null,
  token_hash bytea not null,
  person_id text not null,
  begun_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  is_training boolean not null default false,
  constraint session_organisation_person_id_fkey FOREIGN KEY (organisation, person_id) REFERENCES person(organisation, person_id),
  constraint session_pkey PRIMARY KEY (organisation, token_hash),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX session_expired ON public.session USING btree (organisation, expires_at);
CREATE INDEX session_person ON public.session USING btree (organisation, person_id);
create policy own_organisation on session using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table session force row level security;
grant delete, insert, select on session to hoiam_app;

create table shift_digest (
  organisation text not null,
  shift_at timestamp with time zone not null,
  gathered_at timestamp with time zone not null default clock_timestamp(),
  constraint shift_digest_pkey PRIMARY KEY (organisation)
);
create policy own_organisation on shift_digest using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table shift_digest force row level security;
grant insert, select, update on shift_digest to hoiam_app;

create table shift_note (
  organisation text not null,
  note_id text not null,
  unit text,
  text text not null,
  written_by text not null,
  written_at timestamp with time zone not null default clock_timestamp(),
  taken_by text,
  taken_at timestamp with time zone,
  constraint shift_note_check CHECK (((taken_by IS NULL) = (taken_at IS NULL))),
  constraint shift_note_organisation_taken_by_fkey FOREIGN KEY (organisation, taken_by) REFERENCES person(organisation, person_id),
  constraint shift_note_organisation_unit_fkey FOREIGN KEY (organisation, unit) REFERENCES unit(organisation, unit_id),
  constraint shift_note_organisation_written_by_fkey FOREIGN KEY (organisation, written_by) REFERENCES person(organisation, person_id),
  constraint shift_note_pkey PRIMARY KEY (organisation, note_id),
  constraint shift_note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
);
CREATE INDEX shift_note_written ON public.shift_note USING btree (organisation, written_at DESC);
create policy own_organisation on shift_note using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table shift_note force row level security;
grant insert, select, update on shift_note to hoiam_app;

create table sign_in_failure (
  organisation text not null,
  address text not null,
  sign_in_name text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  constraint sign_in_failure_pkey PRIMARY KEY (organisation, address, sign_in_name)
);
create policy own_organisation on sign_in_failure using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table sign_in_failure force row level security;
grant delete, insert, select, update on sign_in_failure to hoiam_app;

create table tracking_code (
  organisation text not null,
  code_hash bytea not null,
  complaint_id text not null,
  made_by jsonb not null,
  made_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  outbox_id text,
  constraint tracking_code_code_hash_check CHECK ((length(code_hash) = 32)),
  constraint tracking_code_pkey PRIMARY KEY (organisation, code_hash)
);
CREATE INDEX tracking_code_complaint ON public.tracking_code USING btree (organisation, complaint_id);
create policy own_organisation on tracking_code using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table tracking_code force row level security;
grant insert, select, update on tracking_code to hoiam_app;

create table unit (
  organisation text not null,
  unit_id text not null,
  name text not null,
  full_name text,
  under text,
  coordinates boolean not null default false,
  is_named boolean not null default true,
  constraint unit_pkey PRIMARY KEY (organisation, unit_id),
  constraint unit_unit_id_check CHECK ((unit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);
create policy own_organisation on unit using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table unit force row level security;
grant insert, select, update on unit to hoiam_app;

create table word_template (
  organisation text not null,
  paper text not null,
  version integer not null,
  name text not null,
  sha256 text not null,
  bytes integer not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null default clock_timestamp(),
  is_on boolean not null default false,
  constraint word_template_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint word_template_organisation_uploaded_by_fkey FOREIGN KEY (organisation, uploaded_by) REFERENCES person(organisation, person_id),
  constraint word_template_paper_check CHECK (((length(paper) >= 1) AND (length(paper) <= 100))),
  constraint word_template_pkey PRIMARY KEY (organisation, paper, version),
  constraint word_template_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint word_template_version_check CHECK (((version >= 1) AND (version <= 10000)))
);
CREATE UNIQUE INDEX word_template_on ON public.word_template USING btree (organisation, paper) WHERE is_on;
create policy own_organisation on word_template using ((organisation = current_setting('hoiam.organisation'::text, true)));
alter table word_template force row level security;
grant insert, select, update on word_template to hoiam_app;

CREATE OR REPLACE FUNCTION public.append_events(p_organisation text, p_new json, p_changed json, p_events json, p_rows json, p_clocks json, p_coordinations json, p_texts json, p_outbox json, p_idempotency json, p_erasures json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  v_count integer;
begin
  perform enter_organisation(p_organisation);
  if p_new is not null then
    insert into complaint (organisation, complaint_id, arrival, number, last_sequence, last_hash, last_recorded_at, next_firing_at)
      select p_organisation, complaint_id, arrival, number, last_sequence, decode(last_hash, 'hex'), last_recorded_at, next_firing_at
      from json_to_recordset(p_new) as w (complaint_id text, arrival bigint, number text, last_sequence integer,
        last_hash text, last_recorded_at timestamptz, next_firing_at timestamptz);
  end if;
  if p_changed is not null then
    update complaint c
      set last_sequence = w.last_sequence, last_hash = decode(w.last_hash, 'hex'), last_recorded_at = w.last_recorded_at,
          next_firing_at = w.next_firing_at, changed_in = pg_current_xact_id()
      from json_to_recordset(p_changed) as w (complaint_id text, expected_sequence integer, last_sequence integer,
        last_hash text, last_recorded_at timestamptz, next_firing_at timestamptz)
      where c.organisation = p_organisation and c.complaint_id = w.complaint_id and c.last_sequence = w.expected_sequence;
    get diagnostics v_count = row_count;
    if v_count <> json_array_length(p_changed) then
      raise exception 'the complaint has gone on meanwhile' using errcode = 'HA001';
    end if;
  end if;
  if p_idempotency is not null then
    insert into idempotency (organisation, idempotency_key, request_hash, complaint_id, first_sequence, last_sequence, recorded_at)
      select p_organisation, idempotency_key, decode(request_hash, 'hex'), complaint_id, first_sequence, last_sequence, recorded_at
      from json_to_recordset(p_idempotency) as w (idempotency_key text, request_hash text, complaint_id text,
        first_sequence integer, last_sequence integer, recorded_at timestamptz);
  end if;
  insert into event (organisation, complaint_id, sequence, type, occurred_at, recorded_at, actor, command_id, data, salts, hash)
    select p_organisation, complaint_id, sequence, type, occurred_at, recorded_at, actor, command_id, data, salts, decode(hash, 'hex')
    from json_to_recordset(p_events) as w (complaint_id text, sequence integer, type text, occurred_at timestamptz,
      recorded_at timestamptz, actor jsonb, command_id text, data jsonb, salts jsonb, hash text);
  if p_erasures is not null then
    perform erase_value(p_organisation, w.complaint_id, w.sequence,
              array(select json_array_elements_text(w.path)), w.marker)
      from json_to_recordset(p_erasures) as w (complaint_id text, sequence integer, path json, marker text);
  end if;
  perform write_projections(p_organisation, p_rows, p_clocks, p_coordinations, p_texts);
  if p_outbox is not null then
    insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, channel, content, urgency,
                        status, last_error, queued_at, next_try_at)
      select p_organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, channel, content, urgency,
             coalesce(status, 'queued'), last_error, queued_at, next_try_at
      from json_to_recordset(p_outbox) as w (outbox_id text, complaint_id text, sequence integer, kind text, audience text,
        recipient text, channel text, content jsonb, urgency text, status text, last_error text, queued_at timestamptz,
        next_try_at timestamptz);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.claim_due(p_organisation text, p_limit integer)
 RETURNS TABLE(complaint_id text, arrival bigint, last_sequence integer, last_hash text, decided_at text, events json)
 LANGUAGE plpgsql
AS $function$
declare
  v_now timestamptz := date_trunc('milliseconds', clock_timestamp());
  v_claimed text[];
begin
  perform enter_organisation(p_organisation);
  v_claimed := array(
    select c.complaint_id from complaint c
    where c.organisation = p_organisation and c.next_firing_at <= v_now
    order by c.next_firing_at limit p_limit
    for update skip locked);
  -- A statement of its own: its snapshot is taken after the locks, so that it sees what others wrote before them.
  return query
    select c.complaint_id, c.arrival, c.last_sequence, encode(c.last_hash, 'hex'),
           instant_text(greatest(v_now, c.last_recorded_at)), events_of(p_organisation, c.complaint_id)
    from complaint c
    where c.organisation = p_organisation and c.complaint_id = any (v_claimed)
    order by c.next_firing_at;
end $function$;

CREATE OR REPLACE FUNCTION public.complaint_sequence(p_organisation text, p_year integer, p_is_training boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select 'numbers.' || case when p_is_training then 'training_' else 'complaint_' end || md5(p_organisation) || '_' || p_year
$function$;

CREATE OR REPLACE FUNCTION public.create_complaint_sequence(p_organisation text, p_year integer, p_is_training boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform enter_organisation(p_organisation);
  perform pg_advisory_xact_lock(18497, hashtext(p_organisation || p_year));
  execute format('create sequence if not exists %s', complaint_sequence(p_organisation, p_year, p_is_training));
end $function$;

CREATE OR REPLACE FUNCTION public.current_calendar(p_organisation text, OUT number integer, OUT rules jsonb)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
begin
  perform enter_organisation(p_organisation);
  select v.number, v.rules into number, rules
    from calendar_version v where v.organisation = p_organisation order by v.number desc limit 1;
end $function$;

CREATE OR REPLACE FUNCTION public.enter_organisation(p_organisation text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  v_inside text := coalesce(current_setting('hoiam.organisation', true), '');
begin
  if coalesce(p_organisation, '') = '' then
    raise exception 'no organisation was named' using errcode = 'HA002';
  elsif v_inside = '' then
    perform set_config('hoiam.organisation', p_organisation, true);
  elsif v_inside <> p_organisation then
    raise exception 'this transaction is inside another organisation' using errcode = 'HA002';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_value(p_organisation text, p_complaint_id text, p_sequence integer, p_path text[], p_marker text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  v_key text := array_to_string(p_path, '.');
begin
  perform enter_organisation(p_organisation);
  if p_marker !~ '^[0-9a-f]{64}$' then raise exception 'no hash to put in place of the value'; end if;
  perform from event
    where organisation = p_organisation and complaint_id = p_complaint_id and type = 'ComplaintRedacted'
      and written_in = pg_current_xact_id()
      and data -> 'events' @> jsonb_build_array(
            jsonb_build_object('sequence', p_sequence, 'paths', jsonb_build_array(v_key)));
  if not found then raise exception 'no redaction names % of event %', v_key, p_sequence; end if;
  update event
    set data = jsonb_set(data, p_path, jsonb_build_object('#', p_marker), false), salts = salts - v_key
    where organisation = p_organisation and complaint_id = p_complaint_id and sequence = p_sequence and salts ? v_key;
  if not found then raise exception '% of event % is no personal value, or is erased already', v_key, p_sequence; end if;
end $function$;

CREATE OR REPLACE FUNCTION public.events_of(p_organisation text, p_complaint_id text)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(json_agg(json_build_object(
    'type', type, 'sequence', sequence, 'occurredAt', instant_text(occurred_at),
    'recordedAt', instant_text(recorded_at), 'actor', actor, 'data', data) order by sequence), '[]')
  from event where organisation = p_organisation and complaint_id = p_complaint_id
$function$;

CREATE OR REPLACE FUNCTION public.identity_of(p_organisation text, p_token_hash bytea)
 RETURNS json
 LANGUAGE plpgsql
AS $function$
declare
  v_today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  perform enter_organisation(p_organisation);
  return (
    select json_build_object(
      'personId', p.person_id, 'name', p.name, 'email', p.email, 'signInName', p.sign_in_name, 'language', p.language,
      'mustChangePassword', p.one_time_until is not null,
      'expiresAt', instant_text(key.expires_at), 'scopes', key.scopes, 'tokenId', key.token_id,
      'roles', roles_on(p_organisation, p.person_id, v_today),
      'standsInFor', (
        select coalesce(json_agg(json_build_object(
          'personId', absent.person_id, 'name', absent.name, 'untilOn', d.to_on, 'signsAs', d.signs_as, 'post', d.post,
          'roles', roles_on(p_organisation, absent.person_id, v_today)) order by absent.person_id), '[]')
        from delegation d join person absent using (organisation, person_id)
        where d.organisation = p_organisation and d.deputy_id = p.person_id and d.ended_at is null
          and v_today between d.from_on and d.to_on and absent.closed_at is null))
    from (
      select s.person_id, s.expires_at, null::text[] as scopes, null::text as token_id
        from session s where s.organisation = p_organisation and s.token_hash = p_token_hash
      union all
      select t.person_id, t.expires_at, t.scopes, t.token_id
        from api_token t where t.organisation = p_organisation and t.token_hash = p_token_hash and t.revoked_at is null
    ) key
    join person p on p.organisation = p_organisation and p.person_id = key.person_id
    where key.expires_at > now() and p.closed_at is null);
end $function$;

CREATE OR REPLACE FUNCTION public.instant_text(p_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $function$;

CREATE OR REPLACE FUNCTION public.is_link_target(p_organisation text, p_to text, p_person_id text, p_shown_in text)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  perform enter_organisation(p_organisation);
  return exists (
      select from incident i where i.organisation = p_organisation and i.incident_id = p_to)
    or exists (
      select from complaint c join complaint_row r using (organisation, complaint_id)
      where c.organisation = p_organisation and (c.complaint_id = p_to or c.number = p_to) and r.shown_in = p_shown_in
        and not coalesce(p_person_id = any (r.about_person_ids), false));
end $function$;

CREATE OR REPLACE FUNCTION public.is_training(p_organisation text, p_token_hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  perform enter_organisation(p_organisation);
  return coalesce((select s.is_training from session s
                   where s.organisation = p_organisation and s.token_hash = p_token_hash), false);
end $function$;

CREATE OR REPLACE FUNCTION public.keep_organisations_apart(p_table regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format(
    'create policy own_organisation on %s using (organisation = current_setting(''hoiam.organisation'', true))',
    p_table);
end $function$;

CREATE OR REPLACE FUNCTION public.load_complaint(p_organisation text, p_complaint_id text, p_idempotency_key text, p_lock boolean, p_is_training boolean, OUT decided_at text, OUT calendar_number integer, OUT arrival bigint, OUT number text, OUT last_sequence integer, OUT last_hash text, OUT events json, OUT earlier json)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
declare
  v_last timestamptz;
begin
  perform enter_organisation(p_organisation);
  if p_complaint_id is not null then
    if p_lock then
      perform from complaint c
        where c.organisation = p_organisation and c.complaint_id = p_complaint_id for update;
    end if;
    -- One statement, one snapshot: the events and the end of the chain belong together.
    select c.arrival, c.number, c.last_sequence, encode(c.last_hash, 'hex'), c.last_recorded_at,
           events_of(p_organisation, p_complaint_id)
      into arrival, number, last_sequence, last_hash, v_last, events
      from complaint c where c.organisation = p_organisation and c.complaint_id = p_complaint_id;
  end if;
  if p_idempotency_key is not null then
    select json_build_object('requestHash', encode(request_hash, 'hex'), 'complaintId', i.complaint_id,
             'firstSequence', i.first_sequence, 'lastSequence', i.last_sequence) into earlier
      from idempotency i where i.organisation = p_organisation and i.idempotency_key = p_idempotency_key;
  end if;
  if p_complaint_id is null and earlier is null then
    arrival := next_arrival(p_organisation, p_is_training);
  end if;
  select coalesce(max(v.number), 0) into calendar_number from calendar_version v where v.organisation = p_organisation;
  decided_at := instant_text(greatest(date_trunc('milliseconds', clock_timestamp()), v_last));
end $function$;

CREATE OR REPLACE FUNCTION public.next_arrival(p_organisation text, p_is_training boolean)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  v_year integer := extract(year from clock_timestamp() at time zone 'Asia/Ho_Chi_Minh');
  v_sequence text := complaint_sequence(p_organisation, v_year, p_is_training);
begin
  perform enter_organisation(p_organisation);
  if to_regclass(v_sequence) is null then perform create_complaint_sequence(p_organisation, v_year, p_is_training); end if;
  return v_year * 1000000000::bigint + case when p_is_training then 900000000 else 0 end + nextval(v_sequence::regclass);
end $function$;

CREATE OR REPLACE FUNCTION public.note_outgoing_letter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  v_number text := new.data ->> 'letterNumber';
begin
  if v_number like 'TH-%' then return null; end if;
  insert into outgoing_letter (organisation, complaint_id, paper_id, sequence, issued_at, register, year, number, confirmation_code)
    values (new.organisation, new.complaint_id, new.data ->> 'paperId', new.sequence, new.occurred_at,
      case when v_number ~ '^[0-9]{1,9}/[0-9]{4}$' then new.data ->> 'register' end,
      case when v_number ~ '^[0-9]{1,9}/[0-9]{4}$' and new.data ? 'register' then split_part(v_number, '/', 2)::integer end,
      case when v_number ~ '^[0-9]{1,9}/[0-9]{4}$' and new.data ? 'register' then split_part(v_number, '/', 1)::integer end,
      new.data ->> 'confirmationCode')
    on conflict (organisation, complaint_id, paper_id) do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.notify_people()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  today constant date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  told record;
  file record;
  v_unit text;
begin
  for told in select * from added where audience <> 'customer' and recipient is not null loop
    if told.audience = 'person' then
      perform notify_person(told.organisation, told.outbox_id, told.recipient, told.kind, told.complaint_id, told.queued_at, told.content);
      continue;
    end if;
    select r.owner_id, r.unit into file from complaint_row r
      where r.organisation = told.organisation and r.complaint_id = told.complaint_id;
    if told.audience = 'clock-owner' and told.recipient = 'owner' and file.owner_id is not null then
      perform notify_person(told.organisation, told.outbox_id || ':' || file.owner_id, file.owner_id, told.kind,
        told.complaint_id, told.queued_at, told.content);
      continue;
    end if;
    v_unit := case when told.audience = 'unit' then told.recipient
                   when told.audience <> 'clock-owner' then null
                   when told.recipient in ('owner', 'owning-unit') then file.unit
                   when told.recipient <> 'asked-unit' then told.recipient end;
    if told.audience = 'clock-owner' and told.recipient = 'asked-unit' then
      select q.unit into v_unit from clock k
        join coordination_row q on q.organisation = k.organisation and q.complaint_id = k.complaint_id
          and q.coordination_id = k.scope_id
        where k.organisation = told.organisation and k.complaint_id = told.complaint_id
          and k.clock_id = told.content ->> 'clockId';
      v_unit := coalesce(v_unit, file.unit);
    end if;
    perform notify_person(told.organisation, told.outbox_id || ':' || h.person_id, h.person_id, told.kind, told.complaint_id,
        told.queued_at, told.content)
      from (select distinct person_id from role_held
            where organisation = told.organisation and from_on <= today and (to_on is null or to_on >= today)
              and person_id is distinct from told.content ->> 'by'
              and (unit = v_unit and role <> 'administrator'
                   or told.audience in ('role', 'clock-owner') and told.recipient not in ('owner', 'owning-unit', 'asked-unit')
                      and role = told.recipient)) h;
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.notify_person(p_organisation text, p_notification_id text, p_person_id text, p_kind text, p_complaint_id text, p_made_at timestamp with time zone, p_data jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into notification (organisation, notification_id, person_id, kind, complaint_id, made_at, data)
  values (p_organisation, p_notification_id, p_person_id, p_kind, p_complaint_id, p_made_at, p_data)
  on conflict (organisation, notification_id) do nothing;
$function$;

CREATE OR REPLACE FUNCTION public.organisation_ids()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$select organisation from organisation order by organisation$function$;

CREATE OR REPLACE FUNCTION public.organisations_due()
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  v_organisation text;
  v_next timestamptz;
begin
  if coalesce(current_setting('hoiam.organisation', true), '') <> '' then
    raise exception 'this transaction is inside an organisation' using errcode = 'HA002';
  end if;
  for v_organisation in select o.organisation from organisation o order by 1 loop
    perform set_config('hoiam.organisation', v_organisation, true);
    select c.next_firing_at into v_next from complaint c
      where c.organisation = v_organisation and c.next_firing_at is not null
      order by c.next_firing_at limit 1;
    if v_next <= clock_timestamp() then return next v_organisation; end if;
  end loop;
  perform set_config('hoiam.organisation', '', true);
end $function$;

CREATE OR REPLACE FUNCTION public.roles_on(p_organisation text, p_person_id text, p_on date)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(json_agg(distinct jsonb_build_object('role', role, 'unit', unit)), '[]')
  from role_held
  where organisation = p_organisation and person_id = p_person_id and from_on <= p_on and (to_on is null or to_on >= p_on)
$function$;

CREATE OR REPLACE FUNCTION public.search_candidates(p_organisation text, p_terms text, p_phrases text[], p_before bigint, p_limit integer, p_budget_ms integer)
 RETURNS TABLE(complaint_id text, arrival bigint, searched_to bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
declare
  v_began timestamptz := clock_timestamp();
  v_asked timestamptz;
  v_before bigint := p_before;
  v_to bigint;
  v_newest bigint;
  v_looked bigint := 0;
  v_span bigint := 2048;
  v_bits integer;
  v_runs tsquery;
  v_found integer := 0;
  v_count integer;
begin
  if current_setting('hoiam.organisation', true) is distinct from p_organisation then
    raise exception 'a search stays inside the organisation that was entered' using errcode = 'HA002';
  end if;
  loop
    v_asked := clock_timestamp();
    select t.arrival into v_newest from complaint_text t
      where t.organisation = p_organisation and t.arrival < v_before order by t.arrival desc limit 1;
    exit when v_newest is null;
    v_bits := case when v_span < 65536 then 11 else 17 end;
    v_to := greatest((v_newest >> v_bits) - greatest(v_span >> v_bits, 1) + 1, 0);
    select string_agg(quote_literal(p_organisation || case v_bits when 11 then '/' else '//' end || run), '|')::tsquery
      into v_runs from generate_series(v_to, v_newest >> v_bits) run;
    -- Runs and words are two conditions: of one, the index would step through all that have the rarest word, in whatever run.
    -- Written so that no index but that on the terms fits: the others would read every row of the organisation.
    return query
      select t.complaint_id, t.arrival, null::bigint
      from complaint_text t
      where t.terms @@ v_runs and t.terms @@ p_terms::tsquery
        and t.organisation || '' = p_organisation and t.arrival + 0 < v_before
        and not exists (
          select from unnest(p_phrases) phrase where position(' ' || phrase || ' ' in t.words) = 0)
      order by t.arrival desc
      limit p_limit - v_found;
    get diagnostics v_count = row_count;
    v_found := v_found + v_count;
    v_before := v_to << v_bits;
    exit when v_found >= p_limit;
    if clock_timestamp() - v_began > p_budget_ms * interval '1 millisecond' then
      return query select null::text, null::bigint, v_before;
      exit;
    end if;
    v_looked := v_looked + v_newest + 1 - v_before;
    -- Longer spans only while one is quick, so that the end of the time is noticed; and none that gives far more than is wanted.
    v_span := greatest(2048, least(
      case when clock_timestamp() - v_asked > p_budget_ms / 20 * interval '1 millisecond' then v_span else v_span * 8 end,
      8388608, 4 * (p_limit - v_found) * v_looked / (v_found + 1)));
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.write_projections(p_organisation text, p_rows json, p_clocks json, p_coordinations json, p_texts json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform enter_organisation(p_organisation);
  if p_rows is not null then
    insert into complaint_row as r
      select w.* from json_populate_recordset(null::complaint_row, p_rows) w
    on conflict (organisation, complaint_id) do update set
      (number, sequence, procedure, edition_hash, received_at, updated_at, channel, channel_type, kind, nature, register,
       is_complaint, stage, phase, is_open, unit, owner_id, level, round, marks, missing, is_imported, is_paused,
       customer_id, customer_name, excerpt, due_at, due_clock_id, due_rule, breaches, outcome, closed_at, archived_at,
       units, about_person_ids, incident_id, precedence, awaits, shown_in)
      = (excluded.number, excluded.sequence, excluded.procedure, excluded.edition_hash, excluded.received_at,
       excluded.updated_at, excluded.channel, excluded.channel_type, excluded.kind, excluded.nature, excluded.register,
       excluded.is_complaint, excluded.stage, excluded.phase, excluded.is_open, excluded.unit, excluded.owner_id,
       excluded.level, excluded.round, excluded.marks, excluded.missing, excluded.is_imported, excluded.is_paused,
       excluded.customer_id, excluded.customer_name, excluded.excerpt, excluded.due_at, excluded.due_clock_id,
       excluded.due_rule, excluded.breaches, excluded.outcome, excluded.closed_at, excluded.archived_at,
       excluded.units, excluded.about_person_ids, excluded.incident_id, excluded.precedence, excluded.awaits,
       excluded.shown_in);
  end if;
  if p_clocks is not null then
    insert into clock as c
      select w.* from json_populate_recordset(null::clock, p_clocks) w
    on conflict (organisation, complaint_id, clock_id) do update set
      (calendar_version, term, due_on, due_at, inclusive, warn_ats, warned, breached_at, pauses, extensions, status,
       ended_at, stopped_by, next_action_at)
      = (excluded.calendar_version, excluded.term, excluded.due_on, excluded.due_at, excluded.inclusive, excluded.warn_ats,
       excluded.warned, excluded.breached_at, excluded.pauses, excluded.extensions, excluded.status, excluded.ended_at,
       excluded.stopped_by, excluded.next_action_at);
  end if;
  if p_coordinations is not null then
    insert into coordination_row as c
      select w.* from json_populate_recordset(null::coordination_row, p_coordinations) w
    on conflict (organisation, complaint_id, coordination_id) do update set
      (unit, status, due_at, reminders, promised_repair_on, is_repair_done, is_waiting)
      = (excluded.unit, excluded.status, excluded.due_at, excluded.reminders, excluded.promised_repair_on,
       excluded.is_repair_done, excluded.is_waiting);
  end if;
  if p_texts is not null then
    insert into complaint_text as t
      select w.* from json_populate_recordset(null::complaint_text, p_texts) w
    on conflict (organisation, complaint_id) do update set (words, terms) = (excluded.words, excluded.terms);
  end if;
end $function$;
