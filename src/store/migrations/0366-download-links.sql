-- By which somebody who never signs in fetches one document of a file, for a while. Only the hash of its key is kept.
create table download_link (
  organisation text not null,
  download_link_id text not null,
  key_hash bytea not null,
  complaint_id text not null,
  attachment_id text not null,
  -- For whom, as whoever made it wrote.
  made_for text not null check (length(made_for) between 1 and 200),
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  -- When it was fetched first, and how often.
  fetched_at timestamptz,
  fetched integer not null default 0,
  primary key (organisation, download_link_id),
  unique (organisation, key_hash),
  foreign key (organisation, made_by) references person (organisation, person_id)
);
create index download_link_of_complaint on download_link (organisation, complaint_id);
create index download_link_over on download_link (organisation, expires_at);
select keep_organisations_apart('download_link');
grant select, insert, update, delete on download_link to hoiam_app;
