-- What acts of the audited territory, of those in it and of those above it repeal, amend or rest on, whether the other
-- act is loaded or not.
WITH RECURSIVE
  scope (id, depth) AS (
    SELECT id, 0 FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.id, scope.depth + 1 FROM scope JOIN territories t ON t.part_of = scope.id WHERE scope.depth < 8
  ),
  -- @up
SELECT
  r.id AS reference, r.kind AS kind, r.title AS title, r.number AS number, r.date AS date, o.id AS order_id,
  r.target AS target
FROM orders o
JOIN legal_references r ON r."order" = o.id
WHERE :as_of IS NOT NULL
  AND (:territory IS NULL OR o.territory IN (SELECT id FROM scope) OR o.territory IN (SELECT id FROM up))
ORDER BY o.id, r.kind, COALESCE(r.date, ''), COALESCE(r.number, ''), r.id
