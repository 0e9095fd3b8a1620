-- What each subject of a territory and of those in it has to do by acts in force of the territory, of those above it and
-- of those in it; subjects above it count what acts of the territory and of those in it give them.
WITH RECURSIVE
  -- @up,
  -- @down,
  place (id, relation) AS MATERIALIZED (
    SELECT id, 'above' FROM up WHERE depth > 0
    UNION ALL
    SELECT id, CASE depth WHEN 0 THEN 'own' ELSE 'below' END FROM down
  ),
  clause AS MATERIALIZED (
    SELECT c.id, p.relation
    FROM place p
    CROSS JOIN orders o ON o.territory = p.id
    CROSS JOIN clauses c ON c."order" = o.id
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  given (subject, kind, item, route, clause, relation) AS MATERIALIZED (
    SELECT a.subject, 'f', a.function, NULL, c.id, c.relation
    FROM clause c CROSS JOIN assignments a ON a.clause = c.id WHERE a.function IS NOT NULL
    UNION ALL
    SELECT r.target, 'v', v.id, NULL, c.id, c.relation
    FROM clause c CROSS JOIN activities v ON v.clause = c.id CROSS JOIN activities_responsible r ON r.source = v.id
    WHERE v.status IS NULL OR v.status <> 'cancelled'
    UNION ALL
    SELECT m.target, 'g', g.id, NULL, c.id, c.relation
    FROM clause c CROSS JOIN agreements g ON g.clause = c.id CROSS JOIN agreements_parties m ON m.source = g.id
    UNION ALL
    SELECT i.source, 'o', i.id, NULL, c.id, c.relation FROM clause c CROSS JOIN interactions i ON i.clause = c.id
    UNION ALL
    SELECT i.target, 'i', i.id, NULL, c.id, c.relation FROM clause c CROSS JOIN interactions i ON i.clause = c.id
    UNION ALL
    SELECT x.subject, 's', x.id, x.route, c.id, c.relation
    FROM clause c CROSS JOIN steps x ON x.clause = c.id WHERE x.subject IS NOT NULL
  ),
  filled (subject, function) AS (  -- what the generic subjects give to those that fill them
    SELECT DISTINCT s.id, g.item
    FROM given g CROSS JOIN subjects s ON s.fills = g.subject
    WHERE g.kind = 'f' AND s.territory IN (SELECT id FROM place WHERE relation <> 'above')
      AND NOT EXISTS (SELECT 1 FROM given h WHERE h.subject = s.id AND h.kind = 'f' AND h.item = g.item)
  ),
  counted AS (
    SELECT d.id, d.relation, d.territory,
           COUNT(DISTINCT CASE g.kind WHEN 'f' THEN g.item END) AS functions,
           COUNT(DISTINCT CASE g.kind WHEN 'v' THEN g.item END) AS activities,
           COUNT(DISTINCT CASE g.kind WHEN 'g' THEN g.item END) AS agreements,
           COUNT(DISTINCT CASE g.kind WHEN 'o' THEN g.item END) AS interactions_out,
           COUNT(DISTINCT CASE g.kind WHEN 'i' THEN g.item END) AS interactions_in,
           COUNT(DISTINCT g.route) AS routes,
           COUNT(DISTINCT CASE g.kind WHEN 's' THEN g.item END) AS steps
    FROM (
      SELECT s.id, s.territory, p.relation
      FROM (SELECT subject FROM given UNION SELECT subject FROM filled) x
      JOIN subjects s ON s.id = x.subject JOIN place p ON p.id = s.territory
    ) d
    LEFT JOIN given g ON g.subject = d.id AND (d.relation <> 'above' OR g.relation <> 'above')
    GROUP BY d.id
  ),
  cited AS (
    SELECT subject, json_group_array(json(reference)) AS clauses FROM (
      SELECT x.subject, json_object('order_id', o.id, 'order_number', o.number, 'order_date', o.date, 'order_title', o.title,
               'clause_id', c.id, 'clause', c.address) AS reference
      FROM (
        SELECT DISTINCT g.subject, g.clause FROM given g
        JOIN counted k ON k.id = g.subject AND (k.relation <> 'above' OR g.relation <> 'above')
      ) x
      JOIN clauses c ON c.id = x.clause
      JOIN orders o ON o.id = c."order"
      ORDER BY x.subject, COALESCE(o.date, ''), o.id, c.position, c.id
    ) GROUP BY subject
  ),
  row AS (
    SELECT k.*, s.name, s.generic, s.vacant, t.name AS territory_name,
           (SELECT COUNT(*) FROM filled f WHERE f.subject = k.id) AS through,
           k.functions + k.activities + k.agreements + k.interactions_out + k.interactions_in + k.steps AS total,
           COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
             AS level
    FROM counted k JOIN subjects s ON s.id = k.id JOIN territories t ON t.id = k.territory
  )
SELECT
  r.id AS subject_id, r.name AS subject_name, r.level AS level, r.generic AS generic, r.vacant AS vacant,
  r.territory AS territory_id, r.territory_name AS territory_name, r.relation AS relation, r.functions AS functions,
  r.through AS through, r.activities AS activities, r.agreements AS agreements,
  r.interactions_out AS interactions_out, r.interactions_in AS interactions_in, r.routes AS routes, r.steps AS steps,
  r.total AS total, SUM(r.total) OVER () AS whole, COALESCE(c.clauses, '[]') AS clauses
FROM row r
LEFT JOIN cited c ON c.subject = r.id
WHERE r.total + r.through > 0 AND (:level IS NULL OR r.level = :level)
ORDER BY r.total DESC, r.through DESC, r.name, r.id
