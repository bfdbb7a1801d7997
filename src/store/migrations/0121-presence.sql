-- Who has a complaint open, and who is typing in it: for a minute at most, so a crash may lose it.
create unlogged table presence (
  organisation text not null,
  complaint_id text not null,
  person_id text not null,
  is_typing boolean not null,
  -- When they came, went or began to type: what others are told of.
  changed_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (organisation, complaint_id, person_id)
);
select keep_organisations_apart('presence');
grant select, insert, update, delete on presence to hoiam_app;
-- For the stream: what changed since it looked last.
create index presence_changed on presence (organisation, changed_at);
