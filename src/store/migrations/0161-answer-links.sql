-- By which somebody who never signs in answers one coordination request: a random key, kept as its hash. The key names the
-- organisation, as a session's does.
create table answer_link (
  organisation text not null,
  answer_link_id text not null,
  key_hash bytea not null check (length(key_hash) = 32),
  complaint_id text not null,
  coordination_id text not null,
  -- The unit that was asked then: passed on to another one, the link is over.
  unit text not null,
  -- Whom it is for, as whoever made it wrote.
  sent_to text,
  -- Where the mail with the link goes; null: it is handed over by hand.
  email text,
  -- Ids of the documents of the file that it shows.
  documents text[] not null,
  made_by jsonb not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation, answer_link_id)
);
select keep_organisations_apart('answer_link');
grant select, insert, update, delete on answer_link to hoiam_app;
-- For opening one by its key.
create unique index answer_link_key on answer_link (organisation, key_hash);
-- For showing to whom a request was sent.
create index answer_link_complaint on answer_link (organisation, complaint_id, made_at);
