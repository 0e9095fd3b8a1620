-- For how many functions acts in force name somebody responsible, by a statement or a row of a road map; a function
-- counts once for each territory that has such an act.
WITH RECURSIVE
  -- @place,
  clause AS (
    SELECT c.id AS id, o.territory AS territory
    FROM orders o JOIN clauses c ON c."order" = o.id
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND o.territory IN (SELECT id FROM place)
  ),
  charged AS (
    SELECT c.territory AS territory, a.function AS function
    FROM clause c JOIN assignments a ON a.clause = c.id
    WHERE a.function IS NOT NULL AND a.role = 'responsible'
    UNION
    SELECT c.territory, f.target
    FROM clause c
    JOIN activities v ON v.clause = c.id
    JOIN activities_functions f ON f.source = v.id
    WHERE COALESCE(v.status, '') <> 'cancelled' AND EXISTS (SELECT 1 FROM activities_responsible r WHERE r.source = v.id)
  )
SELECT COUNT(*) AS checked FROM charged
