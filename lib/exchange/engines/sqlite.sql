-- What makes the tables of the one file quick to ask, after they are filled.
CREATE UNIQUE INDEX partner_id ON partner (id);
CREATE INDEX service_partner ON service (partner, no);
CREATE INDEX partner_theme_theme ON partner_theme (theme, partner);
CREATE INDEX offer_partner ON offer (partner, no);
CREATE INDEX answers_theme ON answers (theme, offer);
CREATE INDEX serves_area ON serves (area, offer);
CREATE INDEX area_unit_insee ON area_unit (insee, area);
CREATE INDEX spelling_folded ON spelling (folded, light);

-- Full text over words without accents and endings, a row for each fiche as a whole and each service (its offer). A
-- question is folded and cut the same way by looking its words up in spelling:
--   SELECT o.partner, o.service FROM search JOIN offer o ON o.offer = search.rowid
--    WHERE search MATCH (SELECT group_concat('"' || light || '"', ' OR ') FROM spelling WHERE folded IN ('logement', 'impaye'))
--    ORDER BY bm25(search, 10, 5, 1);
CREATE TABLE stemmed (offer INTEGER PRIMARY KEY, names TEXT, needs TEXT, words TEXT);
INSERT INTO stemmed
  SELECT offer, group_concat(CASE WHEN NOT counts OR field = 'name' THEN lights END, ' '),
         group_concat(CASE WHEN counts AND needs AND field <> 'name' THEN lights END, ' '),
         group_concat(CASE WHEN counts AND NOT needs AND field <> 'name' THEN lights END, ' ')
  FROM (SELECT s.offer, s.field, s.needs, s.counts,
               (SELECT group_concat(light, ' ') FROM (SELECT p.light FROM json_each(s.words) w JOIN spelling p ON p.rowid = w.value ORDER BY w.key)) AS lights
        FROM said s ORDER BY s.offer, s.at)
  GROUP BY offer;
CREATE VIRTUAL TABLE search USING fts5 (names, needs, words, content = 'stemmed', content_rowid = 'offer', tokenize = 'unicode61');
INSERT INTO search (search) VALUES ('rebuild');

-- Where fiches stand: their rowid in partner. SELECT p.* FROM point JOIN partner p ON p.rowid = point.id WHERE north > 44.4 AND south < 44.6 …
CREATE VIRTUAL TABLE point USING rtree (id, south, north, west, east);
INSERT INTO point SELECT rowid, lat, lat, lon, lon FROM partner WHERE lat IS NOT NULL AND lon IS NOT NULL;
