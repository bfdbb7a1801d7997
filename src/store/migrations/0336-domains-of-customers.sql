-- For who writes from the same domain as a customer; a column of its own, because under row-level security no index would serve an
-- expression.
alter table customer_identifier
  add column domain text generated always as (case when kind = 'email' then nullif(split_part(plain, '@', 2), '') end) stored;
create index customer_identifier_domain on customer_identifier (organisation, domain) where domain is not null;
