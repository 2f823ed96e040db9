-- What a question was understood as, filtered and ranked: the rules of lib/query (match.cpp, fiche.cpp) over the tables.
-- Nothing is read here: « cafe find --understood QUESTION » has understood, these functions look who answers.
-- They are made in the schema cafe_new and speak of cafe, which it becomes.

-- One thing that a question says, its words as numbers of the table spelling.
CREATE TYPE cafe_new.clue AS (
  n integer, way text, part text, asked text, weight double precision, fullest double precision,
  said text[], said_family text[], first integer[], first_family integer[],  -- a row of words; the first of them
  spelled text[], spelled_first integer[], letters text, telling integer[],
  same integer[], inflected integer[], family integer[], begun integer[],  -- a word alone, by how like it is
  themes text[], wider text[], publics text[], kinds text[], partners text[], acronyms text[], usual text[],
  firm boolean, organisation boolean, narrow boolean, everyday boolean, in_names boolean, maybe_name boolean,
  relation text, within double precision, inside integer[], narrowness double precision[], touching integer[],
  near text[], seats text[], held integer[],
  age_from integer, age_until integer, people text[], dial text, situations jsonb, test jsonb);

-- The spellings that are at least so like a word: 4 the same, 3 its plural, 2 one of its family, 1 one that begins so.
CREATE FUNCTION cafe_new.alike(word jsonb, how integer) RETURNS integer[] STABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT coalesce(array_agg(s.spelling), '{}')
  FROM cafe.spelling s
  WHERE s.folded = word->>'word'
     OR (word->'acronym' IS NULL AND length(word->>'word') >= 2 AND left(s.folded, 2) = left(word->>'word', 2)
         AND ((how <= 3 AND s.light = word->>'light')
              OR (how <= 2 AND s.root = word->>'root')
              OR (how <= 1 AND length(word->>'word') >= 3 AND starts_with(s.folded, word->>'word'))))
$$;

-- The same of words in a row, an array as text for each.
CREATE FUNCTION cafe_new.alike_row(words jsonb, how integer) RETURNS text[] STABLE LANGUAGE sql AS $$
  SELECT coalesce(array_agg(cafe.alike(word, how)::text ORDER BY at), '{}')
  FROM jsonb_array_elements(coalesce(words, '[]')) WITH ORDINALITY AS row(word, at)
  WHERE word->'word' IS NOT NULL
$$;

-- Whether words stand one behind the other; those that say nothing may stand between.
CREATE FUNCTION cafe_new.in_row(words integer[], sought text[], little integer) RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
DECLARE
  length integer := cardinality(sought);
  met integer;
BEGIN
  IF length = 0 THEN RETURN false; END IF;
  IF length = 1 THEN RETURN words && sought[1]::integer[]; END IF;
  FOR start IN 1 .. cardinality(words) - length + 1 LOOP
    CONTINUE WHEN words[start] <> ALL (sought[1]::integer[]);
    met := 1;
    FOR at IN start + 1 .. cardinality(words) LOOP
      IF words[at] = ANY (sought[met + 1]::integer[]) THEN met := met + 1;
      ELSIF words[at] > little THEN EXIT;
      END IF;
      IF met = length THEN RETURN true; END IF;
    END LOOP;
  END LOOP;
  RETURN false;
END $$;

CREATE FUNCTION cafe_new.texts(list jsonb) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
  SELECT coalesce(array_agg(one ORDER BY at), '{}')
  FROM jsonb_array_elements_text(coalesce(list, '[]')) WITH ORDINALITY AS item(one, at)
$$;

CREATE FUNCTION cafe_new.areas(codes text[]) RETURNS integer[] STABLE LANGUAGE sql AS $$
  SELECT coalesce(array_agg(a.area ORDER BY at), '{}')
  FROM unnest(codes) WITH ORDINALITY AS item(code, at) JOIN cafe.area a USING (code)
$$;

CREATE FUNCTION cafe_new.clue_of(c jsonb, n integer) RETURNS cafe_new.clue STABLE LANGUAGE plpgsql AS $$
DECLARE
  one cafe.clue;
  word jsonb := c->'row'->0;
BEGIN
  one.n := n;
  one.way := c->>'by';
  one.part := c->>'part';
  one.asked := c->>'asked';
  one.weight := (c->>'weight')::double precision;
  one.fullest := (c->>'full')::double precision;
  one.said := cafe.alike_row(c->'row', 3);
  one.said_family := cafe.alike_row(c->'row', 2);
  one.first := coalesce(one.said[1], '{}')::integer[];
  one.first_family := coalesce(one.said_family[1], '{}')::integer[];
  one.spelled := cafe.alike_row(c->'spelled_out', 3);
  one.spelled_first := coalesce(one.spelled[1], '{}')::integer[];
  IF jsonb_array_length(c->'row') = 1 AND word->'acronym' IS NOT NULL AND length(word->>'word') BETWEEN 3 AND 6 THEN
    one.letters := word->>'word';
  END IF;
  one.telling := CASE WHEN c ? 'telling' THEN cafe.alike(c->'telling', 3) ELSE '{}' END;
  IF one.way = 'text' THEN
    one.same := cafe.alike(word, 4);
    one.inflected := cafe.alike(word, 3);
    one.family := cafe.alike(word, 2);
    one.begun := cafe.alike(word, 1);
  END IF;
  SELECT coalesce(array_agg(t->>'id'), '{}'), coalesce(array_agg(t->>'id') FILTER (WHERE (t->>'wider')::boolean), '{}')
    INTO one.themes, one.wider FROM jsonb_array_elements(coalesce(c->'themes', '[]')) AS t;
  one.publics := cafe.texts(c->'publics');
  one.kinds := cafe.texts(c->'kinds');
  SELECT coalesce(array_agg(p->>'id'), '{}'), coalesce(array_agg(p->>'id') FILTER (WHERE (p->>'acronym')::boolean), '{}')
    INTO one.partners, one.acronyms FROM jsonb_array_elements(coalesce(c->'partners', '[]')) AS p;
  one.usual := cafe.texts(c->'usual_kinds');
  one.firm := coalesce((c->>'strict')::boolean, false);
  one.organisation := coalesce((c->>'organisation')::boolean, false);
  one.narrow := coalesce((c->>'narrow')::boolean, false);
  one.everyday := coalesce((c->>'everyday')::boolean, false);
  one.in_names := coalesce((c->>'in_names')::boolean, false);
  one.maybe_name := coalesce((c->>'maybe_name')::boolean, false);
  one.relation := c->>'relation';
  one.within := (c->>'within')::double precision;
  SELECT coalesce(array_agg(a.area), '{}'), coalesce(array_agg((i->>'narrow')::double precision), '{}')
    INTO one.inside, one.narrowness
    FROM jsonb_array_elements(coalesce(c->'inside', '[]')) AS i JOIN cafe.area a ON a.code = i->>'area';
  one.touching := cafe.areas(cafe.texts(c->'touching'));
  one.near := cafe.texts(c->'near');
  one.seats := cafe.texts(c->'seats');
  one.held := cafe.areas(cafe.texts(c->'held'));
  IF one.way = 'age' THEN
    one.age_from := (c->>'from')::integer;
    one.age_until := (c->>'until')::integer;
  END IF;
  one.people := cafe.texts(c->'people');
  one.dial := word->>'dial';
  one.situations := coalesce(c->'situations', '[]');
  one.test := CASE WHEN one.way = 'field' THEN c END;
  RETURN one;
END $$;

-- ---- Who may answer: found by indexes, before anything is weighed ---------------------------------------------------------

-- The fiches that may answer one clue, some too many; nothing where every fiche may.
CREATE FUNCTION cafe_new.may_answer(c cafe_new.clue) RETURNS integer[] STABLE LANGUAGE plpgsql AS $$
DECLARE
  fiches integer[];
BEGIN
  CASE c.way
    WHEN 'words' THEN
      IF NOT c.firm AND cardinality(c.publics) > 0 THEN RETURN NULL; END IF;
      SELECT array_agg(DISTINCT fiche) INTO fiches FROM (
        SELECT o.fiche FROM cafe.answers a JOIN cafe.offer o USING (offer) WHERE a.theme = ANY (c.themes)
        UNION ALL SELECT o.fiche FROM cafe.offer o WHERE o.no = -1 AND o.kind = ANY (c.kinds)
        UNION ALL SELECT o.fiche FROM cafe.offer o WHERE o.partner = ANY (c.partners)
        UNION ALL SELECT o.fiche FROM cafe.offer o WHERE o.publics && c.publics
        UNION ALL SELECT s.fiche FROM cafe.said s WHERE s.words && (c.first || c.spelled_first) AND (s.needs OR s.initials IS NOT NULL)
        UNION ALL SELECT s.fiche FROM cafe.said s WHERE c.letters IS NOT NULL AND strpos(s.initials, c.letters) > 0) AS all_of_them;
    WHEN 'area' THEN
      SELECT array_agg(DISTINCT fiche) INTO fiches FROM (
        SELECT o.fiche FROM cafe.serves s JOIN cafe.offer o USING (offer)
         WHERE s.area = ANY (CASE c.relation WHEN 'seat' THEN c.held WHEN 'touches' THEN c.inside || c.touching ELSE c.inside END)
        UNION ALL SELECT s.fiche FROM cafe.stands s WHERE s.place = ANY (c.near || c.seats)
        UNION ALL SELECT s.fiche FROM cafe.said s WHERE c.within IS NULL AND s.words && c.first AND s.initials IS NOT NULL) AS all_of_them;
    WHEN 'text' THEN
      SELECT array_agg(DISTINCT fiche) INTO fiches FROM (
        SELECT s.fiche FROM cafe.said s WHERE s.words && c.begun
        UNION ALL SELECT s.fiche FROM cafe.said s WHERE c.letters IS NOT NULL AND strpos(s.initials, c.letters) > 0) AS all_of_them;
    WHEN 'phrase' THEN
      SELECT array_agg(DISTINCT s.fiche) INTO fiches FROM cafe.said s WHERE s.words && c.first;
    WHEN 'phone' THEN
      SELECT array_agg(DISTINCT p.fiche) INTO fiches FROM cafe.number p WHERE p.dial = c.dial;
    WHEN 'person' THEN
      SELECT array_agg(DISTINCT h.fiche) INTO fiches FROM cafe.holds h WHERE h.person = ANY (c.people);
    WHEN 'situation' THEN
      SELECT array_agg(DISTINCT o.fiche) INTO fiches
        FROM jsonb_array_elements(c.situations) AS heard JOIN cafe.offer o ON o.partner = heard->>'partner' AND o.no = -1;
    ELSE RETURN NULL;
  END CASE;
  RETURN coalesce(fiches, '{}');
END $$;

-- The same of clues as they are joined.
CREATE FUNCTION cafe_new.may_answer(filter jsonb, clues cafe_new.clue[]) RETURNS integer[] STABLE LANGUAGE plpgsql AS $$
DECLARE
  part jsonb;
  fiches integer[];
  found integer[];
BEGIN
  IF jsonb_typeof(filter) = 'number' THEN RETURN cafe.may_answer(clues[filter::integer + 1]); END IF;
  IF filter ? 'all' THEN
    FOR part IN SELECT jsonb_array_elements(filter->'all') LOOP
      found := cafe.may_answer(part, clues);
      CONTINUE WHEN found IS NULL;
      IF fiches IS NULL THEN fiches := found;
      ELSE SELECT coalesce(array_agg(one), '{}') INTO fiches
             FROM (SELECT unnest(fiches) INTERSECT SELECT unnest(found)) AS shared(one);
      END IF;
    END LOOP;
    RETURN fiches;
  ELSIF filter ? 'any' THEN
    fiches := '{}';
    FOR part IN SELECT jsonb_array_elements(filter->'any') LOOP
      found := cafe.may_answer(part, clues);
      IF found IS NULL THEN RETURN NULL; END IF;
      fiches := fiches || found;
    END LOOP;
    RETURN (SELECT coalesce(array_agg(DISTINCT one), '{}') FROM unnest(fiches) AS one);
  END IF;
  RETURN NULL;
END $$;

-- The filter as a condition over held[] and denied[]. Only numbers of clues are written into it.
CREATE FUNCTION cafe_new.condition(filter jsonb, denies boolean) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_typeof(filter) = 'number' THEN
    RETURN format('f.%s[%s]', CASE WHEN denies THEN 'denied' ELSE 'held' END, filter::integer + 1);
  ELSIF filter ? 'all' THEN
    RETURN (SELECT coalesce('(' || string_agg(cafe.condition(part, denies), ' AND ') || ')', 'true')
            FROM jsonb_array_elements(filter->'all') AS part);
  ELSIF filter ? 'any' THEN
    RETURN (SELECT coalesce('(' || string_agg(cafe.condition(part, denies), ' OR ') || ')', 'false')
            FROM jsonb_array_elements(filter->'any') AS part);
  END IF;
  RETURN (SELECT coalesce('NOT (' || string_agg(cafe.condition(part, true), ' OR ') || ')', 'true')
          FROM jsonb_array_elements(filter->'none') AS part);
END $$;

-- Of more than so many that may answer, those who do what is asked most surely. `named` are the themes and partners asked.
CREATE FUNCTION cafe_new.likeliest(fiches integer[], themes text[], partners text[], most integer) RETURNS integer[]
STABLE LANGUAGE sql AS $$
  SELECT coalesce(array_agg(fiche), '{}') FROM (
    SELECT o.fiche
    FROM cafe.offer o
    LEFT JOIN (SELECT p.fiche, max(a.strength * a.level) AS surely
               FROM cafe.answers a JOIN cafe.offer p USING (offer)
               WHERE a.theme = ANY (themes) GROUP BY p.fiche) AS s ON s.fiche = o.fiche
    WHERE o.no = -1 AND (fiches IS NULL OR o.fiche = ANY (fiches))
    ORDER BY o.status, o.partner = ANY (partners) DESC, s.surely DESC NULLS LAST, o.verified_on DESC NULLS LAST, o.fiche
    LIMIT most) AS likely
$$;

-- Whether a fiche meets « field: », as far as values go: areas are asked in words.
CREATE FUNCTION cafe_new.meets(test jsonb, fiche jsonb, whole integer) RETURNS boolean STABLE LANGUAGE plpgsql AS $$
DECLARE
  said text[];
BEGIN
  IF test->>'test' = 'words' THEN
    RETURN (SELECT bool_and(EXISTS (
              SELECT FROM cafe.said s WHERE s.fiche = whole AND s.words && cafe.alike(word, 1)
               AND CASE WHEN s.offer = s.fiche THEN '' ELSE 'services.' END || s.field = test->>'path'))
            FROM jsonb_array_elements(test->'row') AS word);
  END IF;
  SELECT coalesce(array_agg(one #>> '{}'), '{}') INTO said
    FROM jsonb_path_query(fiche, ('lax $.' || regexp_replace(test->>'path', '([a-z_]+)', '"\1"', 'g') || '[*]')::jsonpath) AS one;
  IF test->>'path' = 'status' AND said = '{}' THEN said := ARRAY['active']; END IF;
  CASE test->>'test'
    WHEN 'present' THEN RETURN cardinality(said) > 0;
    WHEN 'value' THEN RETURN said && cafe.texts(test->'values');
    WHEN 'between' THEN
      RETURN EXISTS (SELECT FROM unnest(said) AS one
                     WHERE one COLLATE "C" >= coalesce(test->>'from', one) AND one COLLATE "C" <= coalesce(test->>'until', one));
    ELSE RETURN false;
  END CASE;
END $$;

-- ---- Who answers, best first --------------------------------------------------------------------------------------------

CREATE FUNCTION cafe_new.find(understood jsonb, most integer DEFAULT 10)
RETURNS TABLE (partner text, service text, score double precision, why jsonb)
-- It changes nothing, but a stable function sees what there was when the question began: after a wait for a reload,
-- new tables and none of their rows.
VOLATILE LANGUAGE plpgsql SET jit = off AS $$
DECLARE
  weighed constant integer := 2000;  -- more fiches than these are not weighed against each other
  asks jsonb := coalesce(understood->'asks', understood);
  little integer;
  made_on date;
  clues cafe.clue[] := '{}';
  content cafe.clue[] := '{}';
  fiches integer[];
  opens integer;
BEGIN
  -- The first look at the tables: who reloads them waits for who has looked (load.sql).
  SELECT m.value::integer INTO little FROM cafe.meta m WHERE m.key = 'little';
  -- Who was waiting here while it was reloaded has become the old one, whose types the new functions do not know.
  IF (SELECT t.typnamespace <> 'cafe'::regnamespace FROM pg_type t WHERE t.oid = pg_typeof(clues)) THEN
    RETURN QUERY EXECUTE 'SELECT * FROM cafe.find($1, $2)' USING understood, most;
    RETURN;
  END IF;
  SELECT m.value::date INTO made_on FROM cafe.meta m WHERE m.key = 'made_on';
  SELECT coalesce(array_agg(cafe.clue_of(c, at::integer) ORDER BY at), '{}') INTO clues
    FROM jsonb_array_elements(asks->'clues') WITH ORDINALITY AS item(c, at);
  SELECT coalesce(array_agg(cafe.clue_of(jsonb_build_object('by', 'text', 'row', jsonb_build_array(c)), at::integer) ORDER BY at), '{}')
    INTO content FROM jsonb_array_elements(asks->'content') WITH ORDINALITY AS item(c, at);
  IF asks ? 'day' THEN
    opens := 1 + 4 * ((((asks->'day'->>'date')::date - made_on) % 7 + 7) % 7)
               + array_position(ARRAY['any', 'morning', 'afternoon', 'evening'], asks->'day'->>'part') - 1;
  END IF;
  fiches := cafe.may_answer(asks->'filter', clues);
  IF fiches IS NULL OR cardinality(fiches) > weighed THEN
    SELECT cafe.likeliest(fiches, array_agg(theme), array_agg(named), weighed) INTO fiches
      FROM (SELECT unnest(c.themes), NULL FROM unnest(clues) AS c
            UNION ALL SELECT NULL, unnest(c.partners) FROM unnest(clues) AS c) AS asked(theme, named);
  END IF;
  RETURN QUERY EXECUTE replace($query$
WITH w AS (SELECT * FROM cafe.weights),
c AS MATERIALIZED (SELECT * FROM unnest($1)),
asked AS (
  SELECT bool_or(part = 'need') AS needs, bool_or(part = 'area') AS areas, bool_or(part = 'situation') AS situations,
         count(*) FILTER (WHERE part = 'people') AS people, bool_or(part = 'kind') AS kinds, bool_or(part = 'denied') AS denied,
         bool_or(part = 'hint') AS hints, bool_or(part = 'word') AS words,
         cardinality($2) > 0 AS content, $5 IS NOT NULL AS time,
         $6 ? 'usual_kinds' AS usual,
         ($6->>'says_for_whom')::boolean AS says_for_whom,
         coalesce(($6->>'today')::date, current_date) AS today
  FROM c),
o AS MATERIALIZED (
  SELECT o.*, coalesce(o.from_day <= a.today, true) AND coalesce(a.today <= o.until_day, true) AS offered
  FROM cafe.offer o, asked a
  WHERE o.fiche = ANY ($3) AND (o.status < 2 OR ($6->>'closed_too')::boolean)),

-- Texts that say a phrase, or a name that bears it.
hit AS MATERIALIZED (
  SELECT c.n, s.offer, s.fiche, s.field, s.needs, s.telling, s.initials IS NOT NULL AS is_name,
         cafe.in_row(s.words, c.said, $4) AS said, cafe.in_row(s.words, c.said_family, $4) AS said_alike,
         s.words && c.telling AS tells,
         s.initials IS NOT NULL
           AND (cafe.in_row(s.words, c.spelled, $4) OR (c.letters IS NOT NULL AND strpos(s.initials, c.letters) > 0)) AS spells
  FROM cafe.said s JOIN c ON c.way IN ('words', 'area', 'phrase')
   AND (s.words && c.first_family OR (s.initials IS NOT NULL
        AND (s.words && c.telling OR s.words && c.spelled_first OR (c.letters IS NOT NULL AND strpos(s.initials, c.letters) > 0))))
  WHERE s.fiche = ANY ($3)),
says AS MATERIALIZED (
  SELECT n, offer, bool_or(said_alike) AS asked, bool_or(is_name AND field <> 'short_name' AND tells) AS in_name,
         bool_or(is_name AND field <> 'short_name' AND said) AS place_in_name
  FROM hit GROUP BY n, offer),

-- What answers a phrase that means something: its themes, its publics, its kind, its name. A bit for each sort of reason.
reason AS (
  SELECT c.n, o.offer, 1 AS sort, max(a.strength * CASE WHEN a.theme = ANY (c.wider) THEN w.not_saying_it ELSE 1 END)
           + w.further_theme * (count(*) - 1) AS strength, max(a.level) AS level, true AS surely, true AS alone
  FROM w, c JOIN cafe.answers a ON a.theme = ANY (c.themes) JOIN o ON o.offer = a.offer
  LEFT JOIN says ON says.n = c.n AND says.offer = a.offer
  WHERE a.by = 'stated' OR (a.by = 'inherited' AND says.asked)
  GROUP BY c.n, o.offer, w.further_theme
  UNION ALL
  SELECT c.n, o.offer, CASE WHEN o.publics && c.publics OR 'tous-publics' = ANY (o.publics) THEN 2 ELSE 0 END,
         CASE WHEN o.publics && c.publics THEN CASE WHEN c.firm THEN w.by_public ELSE 1 END
              WHEN 'tous-publics' = ANY (o.publics) THEN w.for_everyone ELSE w.not_said END,
         CASE WHEN o.no = -1 THEN w.fiche ELSE w.service END, o.publics && c.publics, true
  FROM w, c JOIN o ON cardinality(c.publics) > 0
   AND (o.publics && c.publics
        OR (NOT c.firm AND ('tous-publics' = ANY (o.publics) OR (o.no = -1 AND cardinality(o.publics) = 0))))
  UNION ALL
  SELECT c.n, o.offer, 4, w.by_kind, w.fiche, true, true FROM w, c JOIN o ON o.no = -1 AND o.kind = ANY (c.kinds)
  UNION ALL
  SELECT c.n, o.offer, CASE WHEN o.partner = ANY (c.acronyms) THEN 16 ELSE 8 END, w.by_name, w.service, true, true
  FROM w, c JOIN o ON o.no = -1 AND o.partner = ANY (c.partners)
  UNION ALL
  SELECT c.n, h.offer, 8, max(CASE WHEN h.said AND h.telling <= cardinality(c.said) THEN w.by_name ELSE w.by_part_of_name END),
         w.service, true, c.maybe_name
  FROM w, c JOIN hit h ON h.n = c.n AND h.is_name AND (h.said OR h.spells)
  WHERE c.way = 'words' AND c.in_names GROUP BY c.n, h.offer, w.service, c.maybe_name),
reasons AS MATERIALIZED (
  SELECT DISTINCT ON (n, offer) n, offer, strength, level, sort, surely,
         bit_or(sort) OVER (PARTITION BY n, offer) AS sorts, bool_or(alone) OVER (PARTITION BY n, offer) AS holds
  FROM reason ORDER BY n, offer, strength * level DESC, sort),
-- Where nothing of that does, the words of the theme.
in_words AS (
  SELECT DISTINCT ON (n, offer) n, offer, strength, level FROM (
    SELECT c.n, h.offer, CASE WHEN c.narrow AND h.field <> 'situations' THEN w.by_narrow_word ELSE w.by_words END AS strength,
           CASE WHEN NOT (c.narrow AND h.field <> 'situations') THEN w.text
                WHEN h.offer = h.fiche THEN w.fiche ELSE w.service END AS level
    FROM w, c JOIN hit h ON h.n = c.n AND h.needs AND h.said WHERE c.way = 'words' AND c.firm
    UNION ALL
    SELECT c.n, a.offer, w.by_synonym, w.text
    FROM w, c JOIN cafe.answers a ON a.theme = ANY (c.themes) AND a.by = 'synonym' JOIN o ON o.offer = a.offer
    WHERE c.firm AND NOT c.organisation AND cardinality(c.said) > 0) AS said
  WHERE NOT EXISTS (SELECT FROM reasons r WHERE r.n = said.n AND r.offer = said.offer AND r.holds)
  ORDER BY n, offer, strength * level DESC),
meant AS (
  SELECT r.n, r.offer, r.strength + w.further_reason * bit_count((r.sorts & ~r.sort)::bit(5)) AS strength, r.level, r.sort, r.sorts,
         r.surely
  FROM w, reasons r WHERE r.holds
  UNION ALL
  SELECT n, offer, strength, level, 0, 0, true FROM in_words),
-- Who says it in the very words, whose business it is, who is there for others.
told AS (
  SELECT m.n, m.offer, m.sorts, m.surely,
         CASE WHEN m.level = w.text OR cardinality(c.themes) = 0 THEN m.strength
              ELSE (CASE WHEN f.said THEN m.strength + w.saying_it
                         WHEN NOT f.business AND c.everyday AND m.sort = 1 THEN m.strength * w.not_saying_it
                         ELSE m.strength END) * CASE WHEN f.for_others THEN w.for_others ELSE 1 END
         END + CASE WHEN f.business THEN w.usual_kind ELSE 0 END AS strength,
         CASE WHEN o.no = -1 AND m.level <> w.text
                   AND (f.business OR (f.said AND c.everyday AND cardinality(c.themes) > 0))
              THEN greatest(m.level, w.said) ELSE m.level END AS level
  FROM w, meant m JOIN c USING (n) JOIN o USING (offer) JOIN o AS whole ON whole.offer = o.fiche
  LEFT JOIN says s ON s.n = m.n AND s.offer = m.offer
  LEFT JOIN says whole_says ON whole_says.n = m.n AND whole_says.offer = o.fiche,
  LATERAL (SELECT coalesce(s.asked, false) OR coalesce(whole_says.asked, false)
                    OR (c.everyday AND coalesce(whole_says.in_name, false)) AS said,
                  o.kind = ANY (c.usual) AS business,
                  whole.for_some AND cardinality(c.publics) > 0 AND NOT whole.publics && (c.publics || 'tous-publics'::text)
                    AND NOT (o.no >= 0 AND o.publics && (c.publics || 'tous-publics'::text)) AS for_others) AS f),

-- Who serves the place, or a part of it; who lies near; whose name has it.
served AS (
  SELECT c.n, s.offer, max(c.narrowness[array_position(c.inside, s.area)]) AS narrow,
         bool_or(s.area = ANY (c.touching)) AS touched, bool_and(s.area = ANY (c.held)) AS held
  FROM o JOIN cafe.serves s USING (offer) CROSS JOIN c WHERE c.way = 'area' GROUP BY c.n, s.offer),
stood AS (
  SELECT c.n, s.fiche, bool_or(NOT s.seat AND s.place = ANY (c.near)) AS near, bool_or(s.seat) AS has_seat,
         bool_or(s.seat AND s.place = ANY (c.seats)) AS in_seat
  FROM c JOIN cafe.stands s ON s.fiche = ANY ($3) WHERE c.way = 'area' GROUP BY c.n, s.fiche),
placed AS (
  SELECT c.n, o.offer,
         CASE WHEN c.relation = 'seat' THEN CASE WHEN t.in_seat OR (NOT coalesce(t.has_seat, false) AND whole.held) THEN 1.0 END
              WHEN c.within IS NOT NULL AND c.relation <> 'near' AND NOT coalesce(t.near, false) THEN NULL
              WHEN a.narrow IS NOT NULL THEN a.narrow
              WHEN a.touched AND c.relation = 'touches' THEN w.part_of_area
              WHEN t.near THEN w.near
              WHEN o.no = -1 AND c.within IS NULL AND s.place_in_name THEN w.place_in_name END AS strength,
         c.relation = 'seat' OR a.narrow IS NOT NULL AS whole
  FROM w, c CROSS JOIN o
  LEFT JOIN served a ON a.n = c.n AND a.offer = o.offer
  LEFT JOIN served whole ON whole.n = c.n AND whole.offer = o.fiche
  LEFT JOIN stood t ON t.n = c.n AND t.fiche = o.fiche
  LEFT JOIN says s ON s.n = c.n AND s.offer = o.offer
  WHERE c.way = 'area'),

-- Free words: how like, times what the place weighs.
word AS MATERIALIZED (
  SELECT c.n, s.fiche, s.offer, s.at, l.alike, l.alike * s.weight AS here
  FROM w, cafe.said s JOIN c ON c.way = 'text'
   AND (s.words && c.begun OR (s.field = 'name' AND s.initials IS NOT NULL
        AND (s.words && c.spelled_first OR (c.letters IS NOT NULL AND strpos(s.initials, c.letters) > 0)))),
  LATERAL (SELECT CASE WHEN s.words && c.same THEN 1 WHEN s.words && c.inflected THEN w.inflection
                       WHEN s.words && c.family THEN w.family WHEN s.words && c.begun THEN w.beginning
                       WHEN cafe.in_row(s.words, c.spelled, $4) OR (c.letters IS NOT NULL AND strpos(s.initials, c.letters) > 0)
                       THEN w.inflection END AS alike) AS l
  WHERE s.fiche = ANY ($3) AND l.alike IS NOT NULL),

verdict AS MATERIALIZED (
  SELECT n, offer, strength, level, sorts, surely, NULL::boolean AS whole FROM told
  UNION ALL SELECT p.n, p.offer, p.strength, w.fiche, 0, true, p.whole FROM w, placed p WHERE p.strength IS NOT NULL
  UNION ALL (SELECT DISTINCT ON (d.n, d.fiche) d.n, d.offer, d.alike, w.text, 0, true, NULL FROM w, word d
             ORDER BY d.n, d.fiche, d.here DESC, d.at)
  UNION ALL SELECT DISTINCT h.n, h.offer, 1.0, w.text, 0, true, NULL::boolean FROM w, hit h JOIN c USING (n) WHERE c.way = 'phrase' AND h.said
  UNION ALL SELECT DISTINCT c.n, p.fiche, 1.0, w.service, 0, true, NULL::boolean FROM w, c JOIN cafe.number p ON p.dial = c.dial AND p.fiche = ANY ($3)
  UNION ALL SELECT c.n, h.fiche, max(CASE WHEN h.gone THEN w.gone ELSE 1 END), w.service, 8, true, NULL
    FROM w, c JOIN cafe.holds h ON h.person = ANY (c.people) AND h.fiche = ANY ($3) GROUP BY c.n, h.fiche, w.service
  UNION ALL SELECT c.n, o.offer, CASE WHEN o.age_min IS NULL AND o.age_max IS NULL THEN w.not_said ELSE 1 END, w.fiche,
         CASE WHEN o.age_min IS NULL AND o.age_max IS NULL THEN 0 ELSE 2 END, o.age_min IS NOT NULL OR o.age_max IS NOT NULL, NULL
    FROM w, c JOIN o ON o.no = -1 AND c.way = 'age'
     AND c.age_until >= coalesce(o.age_min, c.age_until) AND c.age_from <= coalesce(o.age_max, c.age_from)
  UNION ALL SELECT c.n, o.offer, (heard->>'coverage')::double precision, w.service, 0, true, NULL
    FROM w, c CROSS JOIN LATERAL jsonb_array_elements(c.situations) AS heard
    JOIN o ON o.partner = heard->>'partner' AND o.no = (heard->>'service')::integer WHERE c.way = 'situation'
  UNION ALL SELECT c.n, o.offer, 1.0, w.fiche, 0, true, NULL
    FROM w, c JOIN o ON o.no = -1 AND c.way = 'field' JOIN cafe.partner p ON p.id = o.partner
    WHERE cafe.meets(c.test, p.fiche, o.offer)),

-- What a service says, else its fiche, else another service of it in the same place.
in_place AS (
  SELECT o.offer FROM o LEFT JOIN (verdict v JOIN c ON c.n = v.n AND c.part = 'area') ON v.offer = o.offer
  WHERE o.no >= 0 GROUP BY o.offer HAVING count(v.n) = (SELECT count(*) FROM c WHERE part = 'area')),
elsewhere AS (
  SELECT DISTINCT ON (v.n, o.fiche) v.n, o.fiche, v.strength, least(v.level, w.fiche) AS level, v.sorts, v.surely
  FROM w, verdict v JOIN o USING (offer) JOIN in_place USING (offer) JOIN c ON c.n = v.n
  WHERE c.part <> 'area' AND c.way <> 'situation'
  ORDER BY v.n, o.fiche, v.strength * least(v.level, w.fiche) DESC, o.no),
best AS (
  SELECT o.offer, c.n, c.part, c.weight, c.fullest, c.asked, x.*
  FROM w, o CROSS JOIN c
  LEFT JOIN verdict a ON a.n = c.n AND a.offer = o.offer
  LEFT JOIN verdict z ON z.n = c.n AND z.offer = o.fiche AND o.no >= 0 AND c.part <> 'area' AND c.way <> 'situation'
  LEFT JOIN elsewhere e ON e.n = c.n AND e.fiche = o.fiche AND c.part <> 'area' AND c.way <> 'situation'
                        AND a.strength IS NULL AND z.strength IS NULL,
  LATERAL (SELECT coalesce(z.strength * z.level > a.strength * a.level, a.strength IS NULL) AS by_fiche) AS f,
  LATERAL (SELECT CASE WHEN a.strength IS NULL AND z.strength IS NULL THEN e.strength
                       WHEN a.strength IS NULL OR z.strength IS NULL THEN coalesce(a.strength, z.strength)
                       WHEN f.by_fiche THEN z.strength + w.further_reason * bit_count((a.sorts & ~z.sorts)::bit(5))
                       ELSE a.strength + w.further_reason * bit_count((z.sorts & ~a.sorts)::bit(5)) END AS strength,
                  CASE WHEN a.strength IS NULL AND z.strength IS NULL THEN e.level WHEN f.by_fiche THEN z.level ELSE a.level END AS level,
                  CASE WHEN a.strength IS NULL AND z.strength IS NULL THEN e.surely WHEN f.by_fiche THEN z.surely ELSE a.surely END AS surely,
                  a.whole) AS x),
-- A mean of each part that was asked, times what it weighs.
considered AS (
  SELECT b.offer, array_agg(b.strength IS NOT NULL ORDER BY b.n) AS held, array_agg(coalesce(b.surely, false) ORDER BY b.n) AS denied,
         bool_or(b.part = 'area') AND NOT coalesce(bool_or(b.part = 'area' AND b.whole), false) AS part_only,
         sum(b.weight * m.strength) FILTER (WHERE b.part = 'need') / sum(b.weight) FILTER (WHERE b.part = 'need') AS needs,
         sum(b.weight * coalesce(b.level, 0)) FILTER (WHERE b.part = 'need') / sum(b.weight) FILTER (WHERE b.part = 'need') AS level,
         sum(b.weight * m.strength) FILTER (WHERE b.part = 'situation') / sum(b.weight) FILTER (WHERE b.part = 'situation') AS situation,
         sum(b.weight * m.strength) FILTER (WHERE b.part = 'people') / sum(b.weight) FILTER (WHERE b.part = 'people') AS people,
         sum(b.weight * m.strength) FILTER (WHERE b.part = 'kind') / sum(b.weight) FILTER (WHERE b.part = 'kind') AS kind,
         sum(b.weight * m.strength) FILTER (WHERE b.part = 'denied') / sum(b.weight) FILTER (WHERE b.part = 'denied') AS denied_part,
         sum(b.weight * m.strength) FILTER (WHERE b.part = 'hint') / sum(b.weight) FILTER (WHERE b.part = 'hint') AS hints,
         max(coalesce(b.strength, 0)) FILTER (WHERE b.part = 'area') AS area,
         jsonb_agg(jsonb_build_object('asked', b.asked, 'strength', round(b.strength::numeric, 3)) ORDER BY b.n)
           FILTER (WHERE b.surely AND b.asked <> '') AS why
  FROM best b, LATERAL (SELECT least(1, coalesce(b.strength, 0) / b.fullest) AS strength) AS m
  GROUP BY b.offer),
-- What weighs how much in this question.
weight AS (
  SELECT a.*, CASE WHEN a.needs THEN w.situation ELSE w.needs + w.level END AS of_situation,
         CASE WHEN h.by_hints THEN w.needs ELSE w.kind END AS of_kind, CASE WHEN h.by_hints THEN w.needs ELSE w.denied END AS of_denied,
         CASE WHEN h.by_hints THEN w.needs ELSE w.hints END AS of_hints, CASE WHEN a.needs THEN w.words ELSE w.needs END AS of_words
  FROM w, asked a, LATERAL (SELECT NOT a.needs AND NOT a.words AS by_hints) AS h),
whole_weight AS (
  SELECT CASE WHEN a.needs THEN w.needs + w.level ELSE 0 END + CASE WHEN a.situations THEN a.of_situation ELSE 0 END
         + w.people * a.people + CASE WHEN a.needs AND NOT a.says_for_whom THEN w.unasked_people ELSE 0 END
         + CASE WHEN a.areas THEN w.area ELSE 0 END + CASE WHEN a.kinds THEN a.of_kind ELSE 0 END
         + CASE WHEN a.denied THEN a.of_denied ELSE 0 END + CASE WHEN a.hints THEN a.of_hints ELSE 0 END
         + CASE WHEN a.words THEN a.of_words ELSE 0 END + CASE WHEN a.needs AND a.content THEN w.content ELSE 0 END
         + CASE WHEN a.needs AND a.usual THEN w.house ELSE 0 END + CASE WHEN a.time THEN w.time ELSE 0 END AS most
  FROM w, weight a),
summed AS (
  SELECT o.offer, o.fiche, o.no, o.open, o.status, o.verified_on, o.length, o.partner, o.service, d.part_only, d.why,
         coalesce(w.needs * d.needs + w.level * d.level, 0) + coalesce(a.of_situation * d.situation, 0)
         + coalesce(w.people * a.people * d.people, 0)
         + CASE WHEN a.needs AND NOT a.says_for_whom AND NOT o.for_some THEN w.unasked_people ELSE 0 END
         + CASE WHEN a.needs THEN w.house * coalesce(u.share, 0) ELSE 0 END
         + coalesce(w.area * d.area, 0) + coalesce(a.of_kind * d.kind, 0) + coalesce(a.of_denied * d.denied_part, 0)
         + coalesce(a.of_hints * d.hints, 0) AS sum
  FROM w, weight a, o LEFT JOIN considered d USING (offer)
  LEFT JOIN (SELECT k->>'kind' AS kind, (k->>'share')::double precision AS share FROM jsonb_array_elements($6->'usual_kinds') AS k) AS u
    ON u.kind = o.kind,
  LATERAL (SELECT coalesce(d.held, '{}') AS held, coalesce(d.denied, '{}') AS denied) AS f
  WHERE o.offered AND :condition),
chosen AS MATERIALIZED (
  SELECT DISTINCT ON (fiche) * FROM summed ORDER BY fiche, coalesce(part_only, false), round(sum::numeric, 9) DESC, no),

-- The words that were said, by BM25 among those who answer.
heard AS (
  SELECT n, fiche, sum(here) AS weight FROM word JOIN c USING (n) WHERE c.part = 'word' GROUP BY n, fiche),
enough AS MATERIALIZED (
  SELECT d.* FROM chosen d
  WHERE NOT coalesce(($6->>'most_of_the_words')::boolean, false) OR (
    SELECT 2 * coalesce(sum(r.rarity) FILTER (WHERE h.weight > 0), 0) >= coalesce(sum(r.rarity), 0)
    FROM (SELECT c.n, ln(1 + (SELECT count(*) FROM cafe.offer WHERE no = -1)
                   / ((SELECT count(*) FROM heard JOIN chosen USING (fiche) WHERE heard.n = c.n) + 0.5)) AS rarity
          FROM c WHERE c.part = 'word') AS r LEFT JOIN heard h ON h.n = r.n AND h.fiche = d.fiche)),
mass AS (SELECT count(*) AS all_of_them, greatest(1, avg(length)) AS average FROM enough),
content AS (
  SELECT t.n, s.fiche, sum(s.weight * CASE WHEN s.words && t.same THEN 1 WHEN s.words && t.inflected THEN w.inflection
                                           WHEN s.words && t.family THEN w.family ELSE w.beginning END) AS weight
  FROM w, asked a, unnest($2) AS t JOIN cafe.said s ON s.words && t.begun AND s.counts
  WHERE a.needs AND s.fiche = ANY (ARRAY(SELECT fiche FROM enough)) GROUP BY t.n, s.fiche),
spoken AS (
  SELECT true AS free, c.n, h.fiche, h.weight FROM c LEFT JOIN heard h ON h.n = c.n AND h.fiche IN (SELECT fiche FROM enough) WHERE c.part = 'word'
  UNION ALL
  SELECT false, t.n, x.fiche, x.weight FROM unnest($2) AS t LEFT JOIN content x ON x.n = t.n),
rare AS (
  SELECT free, n, ln(1 + (m.all_of_them - count(fiche) + 0.5) / (count(fiche) + 0.5)) AS rarity
  FROM spoken, mass m GROUP BY free, n, m.all_of_them),
most_said AS (SELECT r.free, sum(r.rarity * (w.k1 + 1)) AS most FROM w, rare r GROUP BY r.free),
share AS (
  SELECT s.fiche, s.free, sum(r.rarity * s.weight * (w.k1 + 1) / (s.weight + w.k1 * (1 - w.b + w.b * e.length / m.average)))
                          / nullif(max(q.most), 0) AS share
  FROM w, mass m, spoken s JOIN rare r USING (free, n) JOIN most_said q USING (free) JOIN enough e USING (fiche)
  GROUP BY s.fiche, s.free),
scored AS (
  SELECT e.*, round(((e.sum + a.of_words * coalesce(f.share, 0)
                      + CASE WHEN a.needs THEN w.content * coalesce(t.share, 0) ELSE 0 END
                      + CASE WHEN a.time THEN w.time * CASE substr(e.open, $5, 1) WHEN '1' THEN 1 WHEN '0' THEN 0 ELSE w.unknown_hours END
                             ELSE 0 END) / nullif(x.most, 0))::numeric, 4)::double precision AS score
  FROM w, weight a, whole_weight x, enough e
  LEFT JOIN share f ON f.fiche = e.fiche AND f.free LEFT JOIN share t ON t.fiche = e.fiche AND NOT t.free)
SELECT s.partner, nullif(s.service, ''), coalesce(s.score, 1), coalesce(s.why, '[]')
FROM scored s
ORDER BY s.status, coalesce(s.part_only, false), coalesce(s.score, 1) DESC, s.verified_on DESC NULLS LAST, s.partner COLLATE "C"
LIMIT $7
$query$, ':condition', cafe.condition(asks->'filter', false))
    USING clues, content, fiches, little, opens, asks, most;
END $$;

-- ---- Plainer questions ------------------------------------------------------------------------------------------------

-- Who stands within so many kilometres of a point (the sphere of 6371 km), the nearest first.
CREATE FUNCTION cafe_new.near(latitude double precision, longitude double precision, km double precision)
RETURNS TABLE (partner text, distance double precision) STABLE LANGUAGE sql AS $$
  SELECT id, away FROM (
    SELECT p.id, 12742 * asin(sqrt(least(1, power(sin(radians(p.lat - latitude) / 2), 2)
             + cos(radians(latitude)) * cos(radians(p.lat)) * power(sin(radians(p.lon - longitude) / 2), 2)))) AS away
    FROM cafe.partner p
    WHERE p.lat BETWEEN latitude - km / 111.0 AND latitude + km / 111.0 AND p.status <> 'closed') AS all_of_them
  WHERE away <= km ORDER BY away, id
$$;

-- Who does this, or its family, in a commune: the surest and the narrowest first.
CREATE FUNCTION cafe_new.by_theme(theme text, insee text)
RETURNS TABLE (partner text, service text, strength double precision) STABLE LANGUAGE sql AS $$
  SELECT o.partner, nullif(o.service, ''), max(a.strength * a.level) AS surely
  FROM cafe.answers a JOIN cafe.offer o USING (offer) JOIN cafe.serves s USING (offer)
  JOIN cafe.area_unit u ON u.area = s.area JOIN cafe.area r ON r.area = s.area
  WHERE a.theme = by_theme.theme AND a.by = 'stated' AND u.insee = by_theme.insee AND o.status < 2
  GROUP BY o.partner, o.service ORDER BY surely DESC, min(r.communes), o.partner, o.service
$$;
