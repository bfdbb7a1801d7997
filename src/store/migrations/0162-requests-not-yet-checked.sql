-- For `unitInbox` of what was asked: few of all requests wait for an answer or for its check.
create index coordination_row_unchecked on coordination_row (organisation, complaint_id) where is_waiting or status = 'answered';
