-- The program's own login, which owns nothing, sees whether the schema is the one that it needs.
grant select on schema_migration to hoiam_app;
