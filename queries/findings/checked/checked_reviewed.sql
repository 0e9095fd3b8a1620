-- Of how many facts of acts in force a person has decided something.
WITH RECURSIVE
  inside (id, depth) AS (
    SELECT id, 0 FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.id, inside.depth + 1 FROM inside JOIN territories t ON t.part_of = inside.id WHERE inside.depth < 8
  )
SELECT COUNT(DISTINCT d.target) AS checked
FROM orders o JOIN decisions d ON d."order" = o.id
WHERE (:territory IS NULL OR o.territory IN (SELECT id FROM inside))
  AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
