-- How many parties of agreements were looked at: bodies of territories that have an act in force (or lie in one).
WITH RECURSIVE
  -- @place,
  act AS MATERIALIZED (
    SELECT id, territory FROM orders
    WHERE COALESCE(date, '0001-01-01') <= :as_of AND (valid_until IS NULL OR :as_of < valid_until)
  ),
  ruled (id, depth) AS (
    SELECT DISTINCT territory, 0 FROM act
    UNION
    SELECT t.id, r.depth + 1 FROM ruled r JOIN territories t ON t.part_of = r.id WHERE r.depth < 8
  )
SELECT COUNT(DISTINCT p.target) AS checked
FROM act o
JOIN clauses c ON c."order" = o.id
JOIN agreements g ON g.clause = c.id
JOIN agreements_parties p ON p.source = g.id
JOIN subjects s ON s.id = p.target
WHERE NOT (s.generic AND s.kind = 'organisation')
  AND s.territory IN (SELECT id FROM ruled)
  AND s.territory IN (SELECT id FROM place)
