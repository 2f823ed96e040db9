-- Loads this folder into PostgreSQL (14 or newer), from the folder itself:
--
--     cd THIS_FOLDER && psql -X -f load.sql postgresql://…
--     psql -X -v reader=portal -f load.sql …          a role that may read it afterwards
--
-- Everything is loaded beside what is there, in one transaction, and takes its place by a change of names: whoever asks
-- meanwhile has the old answers, then the new ones. It needs a role that may create schemas in the database, no superuser,
-- no extension and no file on the server.
\set ON_ERROR_STOP on
SET client_encoding = 'UTF8';
SET client_min_messages = warning;
BEGIN;
-- Functions speak of the schema that they will stand in.
SET LOCAL check_function_bodies = off;
DROP SCHEMA IF EXISTS cafe_new CASCADE;
-- The one before the last: nobody asks it any more.
DROP SCHEMA IF EXISTS cafe_old CASCADE;
CREATE SCHEMA cafe_new;
\ir schema.sql
:copies
\ir index.sql
\ir find.sql
\if :{?reader}
GRANT USAGE ON SCHEMA cafe_new TO :"reader";
GRANT SELECT ON ALL TABLES IN SCHEMA cafe_new TO :"reader";
\endif
-- Who has begun to ask is waited for (cafe.find looks at meta first), so that no question sees half of each.
DO $$ BEGIN
  IF to_regclass('cafe.meta') IS NOT NULL THEN
    LOCK TABLE cafe.meta IN ACCESS EXCLUSIVE MODE;
    ALTER SCHEMA cafe RENAME TO cafe_old;
  END IF;
  ALTER SCHEMA cafe_new RENAME TO cafe;
END $$;
COMMIT;
