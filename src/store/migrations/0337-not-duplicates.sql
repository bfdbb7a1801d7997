-- Pairs of complaints of which a person said that they are two matters, so that nobody is asked again.
create table not_duplicate (
  organisation text not null,
  -- The lesser id of the two.
  complaint_id text not null,
  other_id text not null,
  said_by jsonb not null,
  said_at timestamptz not null default clock_timestamp(),
  check (complaint_id < other_id),
  primary key (organisation, complaint_id, other_id)
);
select keep_organisations_apart('not_duplicate');
grant select, insert, delete on not_duplicate to hoiam_app;
-- For those of the greater one.
create index not_duplicate_other on not_duplicate (organisation, other_id);
