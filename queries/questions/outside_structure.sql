-- What subjects do by acts in force (undated: in force) without being in the structure: activities, agreements,
-- interactions and steps of subjects that no assignment in force charges, those by clauses of rows of a road map left
-- out; neither themselves, nor the generic subject they fill, nor, of a post, its body.
-- The issuer of the act and subjects of territories above the act's own are no concern of its structure.
WITH RECURSIVE
  -- @inside,
  act AS MATERIALIZED (
    SELECT o.*, :territory IS NULL OR o.territory IN (SELECT id FROM inside) AS asked FROM orders o
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  -- places (territory, act's territory) such that the first lies in the second
  reach (id, place, depth) AS (
    SELECT DISTINCT territory, territory, 0 FROM act WHERE asked
    UNION ALL
    SELECT t.id, reach.place, reach.depth + 1 FROM reach JOIN territories t ON t.part_of = reach.id
    WHERE reach.depth < 8
  ),
  charged AS MATERIALIZED (
    SELECT DISTINCT a.subject AS id
    FROM act o CROSS JOIN clauses c ON c."order" = o.id CROSS JOIN assignments a ON a.clause = c.id
    WHERE NOT EXISTS (SELECT 1 FROM activities v WHERE v.clause = c.id)
  ),
  doing AS (
    SELECT 'activity' AS acting, 0 AS sort, v.id AS fact, r.target AS subject, v.title AS title, c.id AS clause
    FROM act o CROSS JOIN clauses c ON c."order" = o.id CROSS JOIN activities v ON v.clause = c.id
    CROSS JOIN activities_responsible r ON r.source = v.id
    WHERE o.asked
    UNION ALL
    SELECT 'agreement', 1, g.id, p.target, NULL, c.id
    FROM act o CROSS JOIN clauses c ON c."order" = o.id CROSS JOIN agreements g ON g.clause = c.id
    CROSS JOIN agreements_parties p ON p.source = g.id
    WHERE o.asked
    UNION ALL
    SELECT 'interaction', 2, i.id, i.source, NULL, c.id
    FROM act o CROSS JOIN clauses c ON c."order" = o.id CROSS JOIN interactions i ON i.clause = c.id
    WHERE o.asked
    UNION ALL
    SELECT 'step', 3, x.id, x.subject, r.name, c.id
    FROM act o CROSS JOIN clauses c ON c."order" = o.id CROSS JOIN steps x ON x.clause = c.id
    CROSS JOIN routes r ON r.id = x.route
    WHERE o.asked AND x.subject IS NOT NULL
  )
SELECT
  s.id AS subject_id, s.name AS subject_name,
  COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
    AS subject_level,
  s.kind AS subject_kind, s.generic AS generic, b.id AS part_of_id, b.name AS part_of_name,
  t.id AS territory_id, t.name AS territory_name, d.acting AS acting, d.fact AS fact_id, d.title AS title,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  c.id AS clause_id, c.address AS clause, c.text AS quote
FROM doing d
CROSS JOIN clauses c ON c.id = d.clause
CROSS JOIN act o ON o.id = c."order"
CROSS JOIN subjects s ON s.id = d.subject
CROSS JOIN territories t ON t.id = s.territory
LEFT JOIN subjects b ON b.id = s.part_of
WHERE s.id NOT IN (SELECT id FROM charged)
  AND (s.fills IS NULL OR s.fills NOT IN (SELECT id FROM charged))
  AND (s.kind <> 'role' OR s.part_of IS NULL OR s.part_of NOT IN (SELECT id FROM charged))
  AND (o.issued_by IS NULL OR o.issued_by <> s.id)
  AND (s.territory, o.territory) IN (SELECT id, place FROM reach)
  AND (:level IS NULL OR subject_level = :level) AND (:acting IS NULL OR d.acting = :acting)
ORDER BY COALESCE(o.date, ''), o.id,
  CASE subject_level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END, s.name, s.id,
  d.sort, c.position, c.address, d.fact
