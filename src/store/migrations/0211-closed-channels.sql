-- Channels of the packs by which an organisation takes nothing in for the time being. Without a row, a channel is open.
create table closed_channel (
  organisation text not null,
  channel_id text not null check (channel_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- What customers and staff are told.
  reason text not null check (length(reason) between 1 and 500),
  closed_by text not null,
  closed_at timestamptz not null default clock_timestamp(),
  primary key (organisation, channel_id),
  foreign key (organisation, closed_by) references person (organisation, person_id)
);
select keep_organisations_apart('closed_channel');
grant select, insert, update, delete on closed_channel to hoiam_app;
