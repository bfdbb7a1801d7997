-- By which carrier a row of the outbox leaves, and what became of it after that.
alter table outbox
  -- Null: the one of its channel. Otherwise a person, or the setting of a connection, chose it.
  add column carrier text check (carrier in ('mail', 'sms', 'chat')),
  -- By which connection it left; null: it has not, or by the mail server of the installation.
  add column connection_id text,
  -- By which a gateway's reports name it. Once it is there, the gateway may have the message.
  add column reference text,
  -- Short messages that it was sent as.
  add column parts smallint,
  -- When what came of it after its end became known.
  add column outcome_at timestamptz,
  -- When its customer first opened the page that it leads to.
  add column opened_at timestamptz,
  -- The row that a person had sent once more by this one.
  add column again_of text;

-- delivered: it is on the reader's telephone. bounced: it was taken, and came back.
alter table outbox drop constraint outbox_status_check;
alter table outbox add constraint outbox_status_check check (status in
  ('queued', 'sending', 'sent', 'delivered', 'bounced', 'refused', 'failed', 'unknown', 'dropped', 'gathered'));

-- For `noteOutcome`: reports of gateways.
create index outbox_reference on outbox (organisation, reference) where reference is not null;

-- Rows no longer lie aside for want of a sender: those of a carrier that is not connected are not claimed.
update outbox set next_try_at = queued_at, attempts = 0
  where ended_at is null and status = 'queued' and next_try_at = 'infinity';

-- The message that carried the code; null: it was handed over, or shown on the page.
alter table tracking_code add column outbox_id text;
