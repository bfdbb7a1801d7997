-- How channels of the packs are connected with mail servers, gateways and services outside, as the administrators set them up.
create table channel_connection (
  organisation text not null,
  connection_id text not null check (connection_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(connection_id) <= 64),
  channel_id text not null check (channel_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- A name of `channels/connection-kinds.ts`.
  kind text not null check (length(kind) between 1 and 40),
  -- What the administrators call it.
  name text not null check (length(name) between 1 and 100),
  settings jsonb not null,
  -- Passwords and keys, sealed under the program's key for this row; null: it has none.
  secrets bytea,
  -- Which of them are set: all that is ever shown of them.
  secret_names text[] not null default '{}',
  is_on boolean not null,
  -- When it last worked and how it last failed. No part of the version: it changes with every message.
  state jsonb not null default '{}',
  version integer not null default 1,
  check ((secrets is null) = (secret_names = '{}')),
  primary key (organisation, connection_id)
);
select keep_organisations_apart('channel_connection');
grant select, insert, update, delete on channel_connection to hoiam_app;
