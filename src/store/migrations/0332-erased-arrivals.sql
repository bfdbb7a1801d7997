-- When its words were erased with those of the fact that was made of it; null: they stand.
alter table arrival add column erased_at timestamptz;
