-- Search by words typed without their accents, and by parts of words. Both come with every PostgreSQL, and the owner of a
-- database may add them without being a superuser.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
