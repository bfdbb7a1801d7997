-- Word templates that an organisation puts in place of the program's own layout, by the pack's id of the paper. Every version stays;
-- the content lies in the store of attachments. At most one version of a paper is on.
create table word_template (
  organisation text not null,
  paper text not null check (length(paper) between 1 and 100),
  version integer not null check (version between 1 and 10000),
  -- What the file was called.
  name text not null check (length(name) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null default clock_timestamp(),
  is_on boolean not null default false,
  primary key (organisation, paper, version),
  foreign key (organisation, uploaded_by) references person (organisation, person_id)
);
create unique index word_template_on on word_template (organisation, paper) where is_on;
select keep_organisations_apart('word_template');
grant select, insert, update on word_template to hoiam_app;
