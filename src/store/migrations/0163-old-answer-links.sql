-- For `removeExpired`.
create index answer_link_expires on answer_link (organisation, expires_at);
