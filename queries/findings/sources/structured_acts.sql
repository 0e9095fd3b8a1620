-- Acts in force of territories of which some act in force charges somebody by a clause that is no row of a road map.
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
  )
SELECT o.id AS order_id, t.id AS territory_id, t.name AS territory_name
FROM act o
JOIN territories t ON t.id = o.territory
WHERE o.territory IN (SELECT id FROM structured)
ORDER BY o.id
