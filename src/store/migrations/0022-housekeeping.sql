-- What was uploaded for a complaint and never came to be in one is removed after a day; what is in one stays.
alter table attachment add column wanted_at timestamptz not null default now();
-- Whatever is kept already stays: nobody noted until now what is named by a complaint.
alter table attachment add column is_named boolean not null default true;
alter table attachment alter column is_named set default false;
grant update on attachment to hoiam_app;
-- For `removeUnnamedContents`.
create index attachment_unnamed on attachment (organisation, wanted_at) where not is_named;

-- For `removeExpired`.
create index session_expired on session (organisation, expires_at);
create index request_answer_old on request_answer (organisation, answered_at);
