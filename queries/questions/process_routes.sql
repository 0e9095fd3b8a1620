-- The steps of routes that acts in force of a territory, of those above it and of those in it set; whether who does a
-- step holds its function, and what connects it with who does the step before.
WITH RECURSIVE
  -- @up,
  -- @down,
  place (id, rank, relation) AS MATERIALIZED (
    SELECT id, 1, 'above' FROM up WHERE depth > 0
    UNION ALL
    SELECT id, CASE depth WHEN 0 THEN 0 ELSE 2 END, CASE depth WHEN 0 THEN 'own' ELSE 'below' END FROM down
    UNION ALL
    SELECT id, 0, 'own' FROM territories WHERE :territory IS NULL
  ),
  act AS MATERIALIZED (
    SELECT o.id, o.number, o.date, o.title, o.territory, t.name AS territory_name, p.rank, p.relation
    FROM place p
    JOIN orders o ON o.territory = p.id
    JOIN territories t ON t.id = p.id
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  step AS MATERIALIZED (
    SELECT x.id, x.route, x.subject, x.function, COALESCE(x.does, c.text) AS quote, c.id AS clause, c.address AS address,
           act.id AS act, act.number, act.date, act.title, act.territory, act.territory_name, act.rank, act.relation,
           ROW_NUMBER() OVER (PARTITION BY x.route ORDER BY x.position, x.id) AS place,
           LAG(x.subject) OVER (PARTITION BY x.route ORDER BY x.position, x.id) AS previous,
           COUNT(*) OVER (PARTITION BY x.route) AS steps
    FROM act
    CROSS JOIN clauses c ON c."order" = act.id
    CROSS JOIN steps x ON x.clause = c.id
  ),
  performer (id) AS MATERIALIZED (SELECT DISTINCT subject FROM step WHERE subject IS NOT NULL),
  body (subject, id) AS MATERIALIZED (  -- the subject itself and the generic one it fills
    SELECT id, id FROM performer
    UNION
    SELECT p.id, s.fills FROM performer p JOIN subjects s ON s.id = p.id WHERE s.fills IS NOT NULL
  ),
  kept (subject, function) AS MATERIALIZED (
    SELECT DISTINCT b.subject, a.function
    FROM body b
    CROSS JOIN assignments a ON a.subject = b.id
    CROSS JOIN clauses c ON c.id = a.clause
    CROSS JOIN orders o ON o.id = c."order"
    WHERE a.function IS NOT NULL
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  pair (a, b) AS MATERIALIZED (
    SELECT DISTINCT previous, subject FROM step WHERE previous IS NOT NULL AND subject IS NOT NULL AND previous <> subject
  ),
  higher (id, over, clause, depth) AS MATERIALIZED (  -- bodies a performer is part of; the clause names the part
    SELECT s.id, s.part_of, s.clause, 1 FROM performer p JOIN subjects s ON s.id = p.id WHERE s.part_of IS NOT NULL
    UNION ALL
    SELECT h.id, s.part_of, h.clause, h.depth + 1
    FROM higher h JOIN subjects s ON s.id = h.over WHERE s.part_of IS NOT NULL AND h.depth < 8
  ),
  pact AS (  -- agreements as they stand on the day
    SELECT g.id, g.clause,
           CASE WHEN g.valid_until <= :as_of OR g.status = 'expired' AND g.valid_until IS NULL THEN 'expired'
             WHEN g.status IN ('concluded', 'expired') AND g.date > :as_of THEN 'planned'
             WHEN g.status = 'expired' THEN 'concluded' ELSE g.status END AS stands
    FROM agreements g
  ),
  tie (a, b, rank, kind, detail, clause) AS (
    SELECT p.a, p.b, 1, 'part-of', NULL, h.clause
    FROM higher h JOIN pair p ON p.a = h.id AND p.b = h.over
    UNION ALL
    SELECT p.a, p.b, 1, 'part-of', NULL, h.clause
    FROM higher h JOIN pair p ON p.b = h.id AND p.a = h.over
    UNION ALL
    SELECT p.a, p.b, 2, 'fills', NULL, NULL
    FROM body f JOIN pair p ON p.a = f.subject AND p.b = f.id
    UNION ALL
    SELECT p.a, p.b, 2, 'fills', NULL, NULL
    FROM body f JOIN pair p ON p.b = f.subject AND p.a = f.id
    UNION ALL
    SELECT p.a, p.b, 3, 'interaction', i.kind, i.clause
    FROM pair p
    JOIN body x ON x.subject = p.a
    JOIN body y ON y.subject = p.b
    CROSS JOIN interactions i ON i.source = x.id AND i.target = y.id
    UNION ALL
    SELECT p.a, p.b, 3, 'interaction', i.kind, i.clause
    FROM pair p
    JOIN body x ON x.subject = p.a
    JOIN body y ON y.subject = p.b
    CROSS JOIN interactions i ON i.source = y.id AND i.target = x.id
    UNION ALL
    SELECT p.a, p.b, CASE g.stands WHEN 'concluded' THEN 4 ELSE 5 END, 'agreement', g.stands, g.clause
    FROM pair p
    JOIN body x ON x.subject = p.a
    JOIN body y ON y.subject = p.b
    CROSS JOIN agreements_parties m ON m.target = x.id
    CROSS JOIN agreements_parties n ON n.source = m.source AND n.target = y.id
    JOIN pact g ON g.id = m.source
  ),
  tied AS (
    SELECT a, b, CASE rank WHEN 5 THEN 'agreement-missing' ELSE kind END AS kind, detail, act, number, date,
      title, clause, address
    FROM (
      SELECT k.a, k.b, k.rank, k.kind, k.detail, o.id AS act, o.number, o.date, o.title, c.id AS clause,
             c.address,
             ROW_NUMBER() OVER (PARTITION BY k.a, k.b ORDER BY k.rank, COALESCE(o.date, ''), COALESCE(o.id, ''),
               COALESCE(c.position, 0), COALESCE(c.id, ''), COALESCE(k.detail, '')) AS choice
      FROM tie k
      LEFT JOIN clauses c ON c.id = k.clause
      LEFT JOIN orders o ON o.id = c."order"
      WHERE k.rank < 3
        OR COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
    ) WHERE choice = 1
  ),
  subject AS (
    SELECT s.id, s.name, s.generic, s.vacant,
           COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
             AS level,
           (SELECT COUNT(*) FROM subjects f WHERE f.fills = s.id AND f.territory IN (SELECT id FROM place WHERE rank <> 1))
             AS fillers,
           (SELECT COUNT(*) FROM subjects f WHERE f.fills = s.id AND NOT f.vacant
              AND f.territory IN (SELECT id FROM place WHERE rank <> 1)) AS present
    FROM performer p JOIN subjects s ON s.id = p.id JOIN territories t ON t.id = s.territory
  )
SELECT
  r.id AS route_id, r.name AS route_name, x.steps AS steps, x.id AS step_id, x.place AS place, s.id AS subject_id,
  s.name AS subject_name, s.level AS subject_level, s.generic AS subject_generic,
  CASE WHEN s.id IS NULL THEN NULL
    WHEN s.generic AND s.level IN ('municipal', 'institutional') THEN
      CASE WHEN s.fillers = 0 THEN 'generic' WHEN s.present = 0 THEN 'vacant' ELSE 'actual' END
    WHEN s.vacant THEN 'vacant' ELSE 'actual' END AS performer,
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  CASE WHEN f.id IS NULL OR s.id IS NULL THEN NULL
    ELSE EXISTS (SELECT 1 FROM kept k WHERE k.subject = s.id AND k.function = f.id) END AS holds,
  q.id AS previous_id, q.name AS previous_name,
  CASE WHEN q.id = s.id THEN 'same' ELSE l.kind END AS link, l.detail AS link_detail, l.act AS link_order_id,
  l.number AS link_order_number, l.date AS link_order_date, l.title AS link_order_title, l.clause AS link_clause_id,
  l.address AS link_clause, x.territory AS territory_id, x.territory_name AS territory_name, x.relation AS relation,
  x.act AS order_id, x.number AS order_number,
  x.date AS order_date, x.title AS order_title, x.clause AS clause_id, x.address AS clause, x.quote AS quote
FROM step x
JOIN routes r ON r.id = x.route
LEFT JOIN subject s ON s.id = x.subject
LEFT JOIN functions f ON f.id = x.function
LEFT JOIN subjects q ON q.id = x.previous
LEFT JOIN tied l ON l.a = x.previous AND l.b = x.subject
ORDER BY x.rank, x.territory_name, x.territory, r.name, r.id, x.place, x.id
