-- Moving an organisation's open clocks to its newest calendar, batch by batch: `moveClocks` goes on where the last one ended.
create table calendar_move (
  organisation text primary key,
  -- The calendar version that the clocks are moved to.
  number integer not null,
  begun_at timestamptz not null default clock_timestamp(),
  -- The oldest transaction that was running then. What was written since is gone through once more at the end: a command that
  -- had read the calendar before may have counted on the old one.
  begun_in xid8 not null default pg_snapshot_xmin(pg_current_snapshot()),
  is_second_pass boolean not null default false,
  -- Complaints up to this id are done in this pass.
  after_id text not null default '',
  complaints integer not null default 0,
  clocks integer not null default 0,
  ended_at timestamptz
);
select keep_organisations_apart('calendar_move');
grant select, insert, update on calendar_move to hoiam_app;
