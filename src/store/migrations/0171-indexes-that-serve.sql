-- Nothing looks for open clocks by their due instant any more; moving them to another calendar goes through complaints in the order
-- of their ids, and read every clock that ever ended. For `countCountedOtherwise` and `countedOtherwise`.
drop index clock_open_due;
create index clock_to_move on clock (organisation, complaint_id) where ended_at is null and calendar <> 'national';

-- For a sender that is not there yet: it grew with every row that was ever queued. Whoever sends makes the one that its query wants.
drop index outbox_waiting;
