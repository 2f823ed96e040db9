-- The front of three_servers.sh: fiches of all départements in one partitioned table, and one function that asks all of them.
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION dblink;
CREATE SCHEMA region;

CREATE SERVER dordogne FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host '127.0.0.1', port :'replica', dbname 'postgres', async_capable 'true');
CREATE USER MAPPING FOR CURRENT_USER SERVER dordogne OPTIONS (user 'postgres', password_required 'false');

-- A partition for each département: here, or on a server of its own. A view stands for its table, which a load replaces.
CREATE TABLE region.partner (departement text NOT NULL, id text, name text, kind text, summary text, commune text, insee text,
                             lat double precision, lon double precision, verified_on date) PARTITION BY LIST (departement);
CREATE FOREIGN TABLE region.partner_24 PARTITION OF region.partner FOR VALUES IN ('24')
  SERVER dordogne OPTIONS (schema_name 'cafe', table_name 'partner_of');
CREATE TABLE region.partner_47 PARTITION OF region.partner FOR VALUES IN ('47');
INSERT INTO region.partner_47
  SELECT departement, id, name, kind, summary, commune, insee, lat, lon, verified_on FROM cafe.partner_of;

-- The servers that are asked besides this one, by the names that postgres_fdw knows them by.
CREATE TABLE region.shard (name text PRIMARY KEY);
INSERT INTO region.shard VALUES ('dordogne');

-- Sent to all, then gathered: they work at the same time. Scores of different notebooks have one scale; each keeps its order.
CREATE FUNCTION region.find(understood jsonb, most integer DEFAULT 10)
RETURNS TABLE (partner text, service text, score double precision, why jsonb) LANGUAGE plpgsql AS $$
DECLARE
  shard text;
BEGIN
  CREATE TEMPORARY TABLE IF NOT EXISTS gathered (
    partner text, service text, score double precision, why jsonb, at integer GENERATED ALWAYS AS IDENTITY);
  TRUNCATE gathered RESTART IDENTITY;
  FOR shard IN SELECT name FROM region.shard LOOP
    IF shard <> ALL (coalesce(dblink_get_connections(), '{}')) THEN PERFORM dblink_connect_u(shard, shard); END IF;
    PERFORM dblink_send_query(shard, format('SELECT * FROM cafe.find(%L::jsonb, %s)', understood, most));
  END LOOP;
  INSERT INTO gathered SELECT * FROM cafe.find(understood, most);
  FOR shard IN SELECT name FROM region.shard LOOP
    INSERT INTO gathered
      SELECT * FROM dblink_get_result(shard) AS f(partner text, service text, score double precision, why jsonb);
    -- The end of an answer is read too: only then may the next question be sent.
    PERFORM * FROM dblink_get_result(shard) AS f(partner text, service text, score double precision, why jsonb);
  END LOOP;
  RETURN QUERY SELECT g.partner, g.service, g.score, g.why FROM gathered g ORDER BY g.score DESC, g.at LIMIT most;
END $$;
