-- The territory audited, or those that are part of no other one; how each is called.
SELECT t.id AS territory_id, t.name AS territory_name
FROM territories t
WHERE (t.id = :territory OR (:territory IS NULL AND t.part_of IS NULL)) AND :as_of IS NOT NULL
ORDER BY t.id
