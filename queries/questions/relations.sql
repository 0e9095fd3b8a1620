-- Relations between two subjects that acts in force of a territory, of those above it and, on request, of those in it
-- set. What a subject is part of or fills holds by the clause that names it; without one, by the register of its
-- territory.
WITH RECURSIVE
  -- @up,
  -- @down,
  place (id) AS MATERIALIZED (
    SELECT id FROM up WHERE depth > 0
    UNION ALL
    SELECT id FROM down WHERE depth = 0 OR :below
    UNION ALL
    SELECT id FROM territories WHERE :territory IS NULL
  ),
  clause AS MATERIALIZED (
    SELECT c.id
    FROM place p
    CROSS JOIN orders o ON o.territory = p.id
    CROSS JOIN clauses c ON c."order" = o.id
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  named AS (
    SELECT s.id, s.part_of, s.fills, c.id AS clause FROM clause c CROSS JOIN subjects s ON s.clause = c.id
    UNION ALL
    SELECT s.id, s.part_of, s.fills, NULL FROM place p CROSS JOIN subjects s ON s.territory = p.id WHERE s.clause IS NULL
  ),
  step AS (
    SELECT x.id, x.route, x.does, c.id AS clause, x.subject,
           LAG(x.subject) OVER (PARTITION BY x.route ORDER BY x.position, x.id) AS previous
    FROM clause c CROSS JOIN steps x ON x.clause = c.id
  ),
  relation (kind, id, source, target, detail, about_id, about, quote, clause) AS (
    SELECT 'part-of', id, id, part_of, NULL, NULL, NULL, NULL, clause FROM named WHERE part_of <> id
    UNION ALL
    SELECT 'fills', id, id, fills, NULL, NULL, NULL, NULL, clause FROM named WHERE fills <> id
    UNION ALL
    SELECT 'interaction', i.id, i.source, i.target, i.kind, NULL, NULL, i.what, c.id
    FROM clause c CROSS JOIN interactions i ON i.clause = c.id WHERE i.source <> i.target
    UNION ALL
    SELECT 'agreement', g.id, m.target, n.target,
           CASE WHEN g.valid_until <= :as_of OR g.status = 'expired' AND g.valid_until IS NULL THEN 'expired'
             WHEN g.status IN ('concluded', 'expired') AND g.date > :as_of THEN 'planned'
             WHEN g.status = 'expired' THEN 'concluded' ELSE g.status END,
           NULL, NULL, g.about, c.id
    FROM clause c
    CROSS JOIN agreements g ON g.clause = c.id
    CROSS JOIN agreements_parties m ON m.source = g.id
    CROSS JOIN agreements_parties n ON n.source = g.id AND n.position > m.position
    UNION ALL
    SELECT 'route', x.id, x.previous, x.subject, NULL, r.id, r.name, x.does, x.clause
    FROM step x JOIN routes r ON r.id = x.route WHERE x.previous <> x.subject
    UNION ALL
    SELECT 'activity', v.id, m.target, n.target, NULL, v.id, v.title, NULL, c.id
    FROM clause c
    CROSS JOIN activities v ON v.clause = c.id
    CROSS JOIN activities_responsible m ON m.source = v.id
    CROSS JOIN activities_responsible n ON n.source = v.id AND n.position > m.position
    WHERE v.status IS NULL OR v.status <> 'cancelled'
  )
SELECT
  r.kind AS kind, r.id AS relation_id, s.id AS source_id, s.name AS source_name, t.id AS target_id,
  t.name AS target_name, r.detail AS detail, r.about_id AS about_id, r.about AS about, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  COALESCE(r.quote, c.text) AS quote
FROM relation r
JOIN subjects s ON s.id = r.source
JOIN subjects t ON t.id = r.target
LEFT JOIN clauses c ON c.id = r.clause
LEFT JOIN orders o ON o.id = c."order"
ORDER BY r.kind, r.id, s.id, t.id
