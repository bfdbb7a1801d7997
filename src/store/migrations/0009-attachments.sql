-- Which contents an organisation has in its store of attachments, by SHA-256 (hexadecimal). A content that no event names
-- was uploaded and never attached.
create table attachment (
  organisation text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  type text not null,
  uploaded_by jsonb not null,
  uploaded_at timestamptz not null default now(),
  primary key (organisation, sha256)
);
select keep_organisations_apart('attachment');
grant select, insert, delete on attachment to hoiam_app;
