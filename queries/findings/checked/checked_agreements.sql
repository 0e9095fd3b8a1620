-- How many agreements the acts in force on the day name, of any status.
WITH RECURSIVE
  -- @place
SELECT COUNT(*) AS checked
FROM agreements g
JOIN clauses c ON c.id = g.clause
JOIN orders o ON o.id = c."order"
WHERE o.territory IN (SELECT id FROM place)
  AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
