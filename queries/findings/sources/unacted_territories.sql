-- Regions and municipalities of the scope without any act of their own, of any day.
WITH RECURSIVE
  -- @place
SELECT t.kind AS kind, COUNT(*) AS territories
FROM territories t
WHERE t.id IN (SELECT id FROM place) AND t.kind <> 'country' AND :as_of IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.territory = t.id)
GROUP BY t.kind
ORDER BY t.kind DESC
