-- What a virus scanner said of a content. Without a scanner both stay empty; with one, what it has not seen yet is not given out.
alter table attachment
  add column scanned_at timestamptz,
  -- The scanner's name for what it found; null: nothing.
  add column infected_by text check (length(infected_by) between 1 and 200);
create index attachment_unscanned on attachment (organisation, uploaded_at) where scanned_at is null;
