-- The orders of a territory and of those above it, and whether each is in force on the day (undated: in force).
WITH RECURSIVE
  -- @up
SELECT
  o.id AS order_id, o.kind AS kind, o.number AS number, o.date AS date, o.valid_until AS valid_until, o.title AS title,
  COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until) AS in_force,
  CASE up.depth WHEN 0 THEN 'own' ELSE 'above' END AS relation,
  t.id AS territory_id, t.name AS territory_name, t.kind AS territory_kind
FROM up
JOIN territories t ON t.id = up.id
JOIN orders o ON o.territory = up.id
ORDER BY up.depth, COALESCE(o.date, '') DESC, o.id
