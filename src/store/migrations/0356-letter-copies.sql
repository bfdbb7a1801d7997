-- How many copies were stamped.
alter table letter_stamp add column copies integer not null default 1 check (copies between 1 and 1000);
