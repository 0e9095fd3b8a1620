-- Of how many facts of acts in force a person has decided something.
WITH RECURSIVE
  -- @inside
SELECT COUNT(DISTINCT d.target) AS checked
FROM orders o JOIN decisions d ON d."order" = o.id
WHERE (:territory IS NULL OR o.territory IN (SELECT id FROM inside))
  AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
