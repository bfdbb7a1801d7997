-- Texts that an operator let new complaints run on in place of the text that was issued for the same day; the highest number
-- counts. Without a row, the first text that was kept is the one.
create table edition_accepted (
  organisation text not null,
  number integer not null check (number > 0),
  hash text not null,
  reason text not null,
  -- As the machine knows who ran the command.
  accepted_by text not null,
  accepted_at timestamptz not null default now(),
  primary key (organisation, number),
  foreign key (organisation, hash) references edition
);
select keep_organisations_apart('edition_accepted');
grant select, insert on edition_accepted to hoiam_app;
