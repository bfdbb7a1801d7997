-- A browser in which a person signed in keeps a second, long-lived secret. It signs nobody in: it only tells that guesses made
-- elsewhere, be it behind the same address, are not this person's. Only its hash is kept.
create table known_device (
  organisation text not null,
  device_hash bytea not null check (length(device_hash) = 32),
  person_id text not null,
  seen_at timestamptz not null default now(),
  primary key (organisation, device_hash, person_id),
  foreign key (organisation, person_id) references person
);
select keep_organisations_apart('known_device');
grant select, insert, update, delete on known_device to hoiam_app;
-- For `rememberDevice`, which keeps a person's latest only, and `removeExpired`.
create index known_device_person on known_device (organisation, person_id, seen_at);
create index known_device_seen on known_device (organisation, seen_at);
