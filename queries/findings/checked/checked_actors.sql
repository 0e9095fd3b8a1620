-- How many subjects act by the acts of territories that have a structure: are responsible for activities, act towards
-- others, perform steps of routes; «schools», «heads of schools» in general and those of territories above left out.
WITH RECURSIVE
  -- @place,
  act AS MATERIALIZED (
    SELECT id, territory FROM orders
    WHERE COALESCE(date, '0001-01-01') <= :as_of AND (valid_until IS NULL OR :as_of < valid_until)
      AND territory IN (SELECT id FROM place)
  ),
  structured AS (
    SELECT DISTINCT o.territory AS id
    FROM act o JOIN clauses c ON c."order" = o.id
    WHERE EXISTS (SELECT 1 FROM assignments a WHERE a.clause = c.id)
      AND NOT EXISTS (SELECT 1 FROM activities v WHERE v.clause = c.id)
  ),
  inside (id, home, depth) AS (
    SELECT DISTINCT territory, territory, 0 FROM act
    UNION ALL
    SELECT t.id, i.home, i.depth + 1 FROM inside i JOIN territories t ON t.part_of = i.id WHERE i.depth < 8
  ),
  clause AS (
    SELECT c.id AS id, o.id AS act, o.territory AS home
    FROM act o JOIN clauses c ON c."order" = o.id
    WHERE o.territory IN (SELECT id FROM structured)
  ),
  actor AS (
    SELECT c.act AS act, c.home AS home, r.target AS subject
    FROM clause c JOIN activities v ON v.clause = c.id JOIN activities_responsible r ON r.source = v.id
    UNION
    SELECT c.act, c.home, i.source FROM clause c JOIN interactions i ON i.clause = c.id
    UNION
    SELECT c.act, c.home, p.subject FROM clause c JOIN steps p ON p.clause = c.id WHERE p.subject IS NOT NULL
  )
SELECT COUNT(*) AS checked
FROM actor a
JOIN subjects s ON s.id = a.subject
WHERE NOT (s.generic AND s.kind IN ('organisation', 'role'))
  AND (s.territory, a.home) IN (SELECT id, home FROM inside)
