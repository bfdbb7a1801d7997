-- Lists that people keep for themselves or share with a unit: the query of the work queue under a name. What a reader sees in one
-- is decided when it is read, as with any list.
create table saved_view (
  organisation text not null,
  view_id text not null,
  person_id text not null,
  name text not null,
  -- Who else has it among their lists: those who hold a role in this unit. Null: nobody.
  unit text,
  -- Names and values as they stand in the address of a list.
  query jsonb not null,
  made_at timestamptz not null default now(),
  primary key (organisation, view_id),
  foreign key (organisation, person_id) references person
);
select keep_organisations_apart('saved_view');
grant select, insert, update, delete on saved_view to hoiam_app;
-- For `savedViews`: a person's own, and those shared with their units.
create index saved_view_person on saved_view (organisation, person_id, made_at);
create index saved_view_unit on saved_view (organisation, unit, made_at) where unit is not null;
