-- Contents of documents that a redaction erased: `removeErased` takes them out of the store of attachments once no complaint
-- names them any more.
create table erased_content (
  organisation text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  erased_at timestamptz not null default now(),
  primary key (organisation, sha256)
);
select keep_organisations_apart('erased_content');
grant select, insert, update, delete on erased_content to hoiam_app;
