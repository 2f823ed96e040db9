-- Whether this database answers as the command does: its answers of the day of the export stand in the table question.
--
--     psql -X -f check.sql postgresql://…
--
-- Ends with an error when fewer than 97 of 100 questions have the same partner first.
\set ON_ERROR_STOP on
\pset footer off
CREATE TEMPORARY TABLE checked AS
  SELECT q.question, q.asked, q.answers->0->>'partner' AS expected, f.first AS found,
         q.answers->0->>'partner' IS NOT DISTINCT FROM f.first AS same_first, f.in_order AS same_answers
  FROM cafe.question q,
  LATERAL (SELECT (array_agg(a.partner ORDER BY at))[1] AS first,
                  coalesce(jsonb_agg(jsonb_build_array(a.partner, coalesce(a.service, '')) ORDER BY at), '[]')
                    = (SELECT coalesce(jsonb_agg(jsonb_build_array(e->>'partner', coalesce(e->>'service', '')) ORDER BY n), '[]')
                       FROM jsonb_array_elements(q.answers) WITH ORDINALITY AS x(e, n)) AS in_order
           FROM cafe.find(q.understood, q.most) WITH ORDINALITY AS a(partner, service, score, why, at)) AS f;
SELECT question, asked, expected, found FROM checked WHERE NOT same_first ORDER BY question LIMIT 20;
SELECT count(*) AS questions, count(*) FILTER (WHERE same_first) AS same_first, count(*) FILTER (WHERE same_answers) AS same_ten,
       round(100.0 * count(*) FILTER (WHERE same_first) / greatest(count(*), 1), 1) AS percent
FROM checked;
DO $$ BEGIN
  IF (SELECT 100 * count(*) FILTER (WHERE same_first) < 97 * count(*) FROM checked) THEN
    RAISE EXCEPTION 'this database does not answer as the command does' USING HINT = 'load the folder again; then report it';
  END IF;
END $$;
