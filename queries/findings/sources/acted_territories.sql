-- Territories of the scope with an act of their own; acts of any day: the day decides why a function is nobody's, not
-- whether the territory is looked at.
WITH RECURSIVE
  -- @place
SELECT t.id AS territory_id, t.name AS territory_name
FROM territories t
WHERE t.id IN (SELECT id FROM place) AND EXISTS (SELECT 1 FROM orders o WHERE o.territory = t.id) AND :as_of IS NOT NULL
ORDER BY t.id
