-- A pack names what else its customers are known by (a decoder card, a domain): the kind is then the id of its field.
alter table customer_identifier drop constraint customer_identifier_kind_check;
alter table customer_identifier add constraint customer_identifier_kind_check
  check (kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(kind) <= 100);
