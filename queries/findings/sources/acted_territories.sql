-- Territories of the scope with an act of their own; acts of any day: the day decides why a function is nobody's, not
-- whether the territory is looked at.
WITH RECURSIVE
  place (id, depth) AS (
    SELECT id, 0 FROM territories WHERE :territory IS NULL OR id = :territory
    UNION ALL
    SELECT t.id, place.depth + 1 FROM place JOIN territories t ON t.part_of = place.id
    WHERE place.depth < 8 AND :territory IS NOT NULL
  )
SELECT t.id AS territory_id, t.name AS territory_name
FROM territories t
WHERE t.id IN (SELECT id FROM place) AND EXISTS (SELECT 1 FROM orders o WHERE o.territory = t.id) AND :as_of IS NOT NULL
ORDER BY t.id
