-- As whom the carrier knows whoever wrote; a column of its own for its index, as `message_id` is.
alter table arrival add column sender_key text;
-- For short messages and chats, which name no earlier one.
create index arrival_of_sender on arrival (organisation, connection_id, sender_key) where complaint_id is not null;
