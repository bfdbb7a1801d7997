-- The log: the only thing that cannot be made again. Everything in 0004 and 0005 is made from it.

-- The end of each complaint's chain, and what workers look for. Written by every command, so it stays narrow.
create table complaint (
  organisation text not null,
  -- Plain characters, so that every program and every collation puts them in the same order.
  complaint_id text not null check (complaint_id ~ '^[A-Za-z0-9_.:-]{1,100}$'),
  -- Rises with every complaint of the organisation: the year, then the running number of the year in nine digits.
  arrival bigint not null,
  number text not null,
  last_sequence integer not null check (last_sequence > 0),
  last_hash bytea not null check (length(last_hash) = 32),
  last_recorded_at timestamptz not null,
  -- The transaction that wrote last. Transactions end out of order; listeners read only what lies below the oldest running one.
  changed_in xid8 not null default pg_current_xact_id(),
  -- Up to which event a seal covers it.
  sealed_sequence integer not null default 0,
  -- When its next warning or breach is due.
  next_firing_at timestamptz,
  primary key (organisation, complaint_id)
) with (fillfactor = 85);
select keep_organisations_apart('complaint');
grant select, insert, update on complaint to hoiam_app;
-- For `find_complaint`: by the number that the customer has on paper.
create unique index complaint_number on complaint (organisation, number);
-- For `claim_due` and `organisations_due`: the worker.
create index complaint_due on complaint (organisation, next_firing_at) where next_firing_at is not null;
-- For `eventsSince`: the listeners' poller.
create index complaint_changed on complaint (organisation, changed_in);
-- For `sealUnsealed`: what no seal covers yet.
create index complaint_unsealed on complaint (organisation, changed_in) where sealed_sequence < last_sequence;

create table event (
  organisation text not null,
  complaint_id text not null,
  sequence integer not null check (sequence > 0),
  type text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor jsonb not null,
  command_id text not null,
  data jsonb not null,
  -- Salt of each personal value, by its path ("customer.phone"). A value without one was erased, and its hash stands in `data`.
  salts jsonb,
  hash bytea not null check (length(hash) = 32),
  written_in xid8 not null default pg_current_xact_id(),
  primary key (organisation, complaint_id, sequence)
);
select keep_organisations_apart('event');
-- Appended and read; only `erase_value` below changes a row, and nothing removes one.
grant select, insert on event to hoiam_app;

-- A chain over the organisation's complaints: each seal hashes the seal before it and the ends of the chains that changed.
create table seal (
  organisation text not null,
  number integer not null check (number > 0),
  previous_hash bytea,
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null,
  primary key (organisation, number)
);
select keep_organisations_apart('seal');
grant select, insert on seal to hoiam_app;

create table seal_leaf (
  organisation text not null,
  seal_number integer not null,
  complaint_id text not null,
  sequence integer not null,
  hash bytea not null check (length(hash) = 32),
  primary key (organisation, seal_number, complaint_id)
);
select keep_organisations_apart('seal_leaf');
grant select, insert on seal_leaf to hoiam_app;

-- Puts the hash of a personal value in its place and forgets its salt. Runs with the owner's rights, because nobody else may
-- change an event; works only beside a ComplaintRedacted that names the value, written in the same transaction.
create function erase_value(p_organisation text, p_complaint_id text, p_sequence integer, p_path text[], p_marker text)
returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
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
end $$;
