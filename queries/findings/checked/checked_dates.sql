-- How many dates of acts have been held against one another.
WITH RECURSIVE
  -- @inside,
  act AS (
    SELECT o.id FROM orders o
    WHERE (:territory IS NULL OR o.territory IN (SELECT id FROM inside))
      AND COALESCE(o.date, '0001-01-01') <= :as_of
      AND (o.valid_until IS NULL OR :as_of < o.valid_until OR o.valid_until <= o.date)
  ),
  clause AS (SELECT c.id FROM act JOIN clauses c ON c."order" = act.id)
SELECT SUM(counted) AS checked FROM (
  SELECT COUNT(*) AS counted FROM act
  UNION ALL
  SELECT COUNT(*) FROM act JOIN legal_references r ON r."order" = act.id WHERE r.date IS NOT NULL
  UNION ALL
  SELECT COUNT(*) FROM clause c JOIN activities a ON a.clause = c.id
  WHERE a.due IS NOT NULL AND COALESCE(a.periodicity, 'once') = 'once' AND COALESCE(a.status, '') <> 'cancelled'
  UNION ALL
  SELECT COUNT(*) FROM clause c JOIN agreements g ON g.clause = c.id
  WHERE g.deadline IS NOT NULL AND g.status IN ('required', 'planned')
  UNION ALL
  SELECT COUNT(*) FROM clause c JOIN agreements g ON g.clause = c.id WHERE g.valid_until IS NOT NULL AND g.date IS NOT NULL
  UNION ALL
  SELECT COUNT(*) FROM clause c JOIN indicators i ON i.clause = c.id JOIN observations b ON b.indicator = i.id
  WHERE b.kind = 'plan'
  UNION ALL
  SELECT COUNT(*) FROM clause c JOIN norms n ON n.clause = c.id WHERE n.valid_from IS NOT NULL AND n.valid_until IS NOT NULL
)
