-- What changed about the organisation itself: people, roles, units, deputies, tokens. One chain for each organisation, appended and
-- read only, like the complaints' own, and covered by the same seals. It names people by their ids.
create table organisation_log (
  organisation text not null,
  sequence integer not null check (sequence > 0),
  type text not null,
  recorded_at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  hash bytea not null check (length(hash) = 32),
  primary key (organisation, sequence)
);
select keep_organisations_apart('organisation_log');
grant select, insert on organisation_log to hoiam_app;
-- For `sealUnsealed`: up to where the organisation's own chain is sealed. No complaint can have this id.
create index seal_leaf_organisation on seal_leaf (organisation, sequence) where complaint_id = '*organisation';
