-- The directory of customers, to be found while they are still on the phone.
create table customer (
  organisation text not null,
  customer_id text not null,
  name text not null,
  -- Without case, tone marks and đ: for finding by the beginning of the name.
  plain_name text collate "C" not null,
  customer_class text,
  consumer boolean,
  address text,
  note text,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (organisation, customer_id)
);
select keep_organisations_apart('customer');
grant select, insert, update on customer to hoiam_app;
-- For `findCustomers` by name.
create index customer_plain_name on customer (organisation, plain_name);

-- What a customer is known by. `plain` is the form that is compared: 0912345678 for +84 912-345-678.
create table customer_identifier (
  organisation text not null,
  kind text not null check (kind in ('phone', 'email', 'contract', 'service-number')),
  plain text collate "C" not null,
  customer_id text not null,
  as_written text not null,
  primary key (organisation, kind, plain, customer_id),
  foreign key (organisation, customer_id) references customer
);
select keep_organisations_apart('customer_identifier');
grant select, insert, delete on customer_identifier to hoiam_app;
-- For a customer's own page.
create index customer_identifier_customer on customer_identifier (organisation, customer_id);
