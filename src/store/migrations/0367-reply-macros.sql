-- Pieces of replies that a provider's people write once and use often, with variables that the file fills in.
create table reply_macro (
  organisation text not null,
  macro_id text not null,
  name text not null check (length(name) between 1 and 120),
  content text not null check (length(content) between 1 and 5000),
  -- The pack's kind of complaint that it is for; null: for all.
  kind text,
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  primary key (organisation, macro_id),
  foreign key (organisation, changed_by) references person (organisation, person_id)
);
select keep_organisations_apart('reply_macro');
grant select, insert, update on reply_macro to hoiam_app;

-- How replies stand to what is advised, of some days: read from the log itself.
create index event_reply on event (organisation, recorded_at) where type in ('ReplyGiven', 'AnsweredAtFirstLine');
