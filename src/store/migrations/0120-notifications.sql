-- What a person is told inside the program: one row for each outbox row whose audience is that person, written with it. It is
-- kept apart from the outbox because reading it is the person's own doing, and sending is not.
create table notification (
  organisation text not null,
  -- That of the outbox row.
  notification_id text not null,
  person_id text not null,
  kind text not null,
  -- Null where it is about many.
  complaint_id text,
  made_at timestamptz not null,
  read_at timestamptz,
  -- Ids only, as in the outbox.
  data jsonb not null,
  primary key (organisation, notification_id)
);
select keep_organisations_apart('notification');
grant select, insert, update, delete on notification to hoiam_app;
-- For a person's inbox, the latest first, and for the number of those not read.
create index notification_of_person on notification (organisation, person_id, made_at desc);
create index notification_unread on notification (organisation, person_id) where read_at is null;

create function notify_people() returns trigger
language plpgsql as $$
begin
  insert into notification (organisation, notification_id, person_id, kind, complaint_id, made_at, data)
    select organisation, outbox_id, recipient, kind, complaint_id, queued_at, content
    from added where audience = 'person' and recipient is not null
  on conflict (organisation, notification_id) do nothing;
  return null;
end $$;

create trigger notify_people after insert on outbox
  referencing new table as added for each statement execute function notify_people();
