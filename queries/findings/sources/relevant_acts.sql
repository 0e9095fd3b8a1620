-- Acts, in force or not, of the audited territory, of those in it and of those above it, for an act is held against those
-- above it as well. `above`: its territory and those that one is part of. `inside`: of the audited one or in it.
WITH RECURSIVE
  scope (id, depth) AS (
    SELECT id, 0 FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.id, scope.depth + 1 FROM scope JOIN territories t ON t.part_of = scope.id WHERE scope.depth < 8
  ),
  -- @up,
  act AS (
    SELECT o.* FROM orders o
    WHERE :territory IS NULL OR o.territory IN (SELECT id FROM scope) OR o.territory IN (SELECT id FROM up)
  ),
  above (act, id, part_of, depth) AS (
    SELECT o.id, t.id, t.part_of, 0 FROM act o JOIN territories t ON t.id = o.territory
    UNION ALL
    SELECT a.act, t.id, t.part_of, a.depth + 1 FROM above a JOIN territories t ON t.id = a.part_of WHERE a.depth < 8
  )
SELECT
  o.id AS order_id, o.kind AS kind, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  o.valid_until AS valid_until, t.id AS territory_id, t.name AS territory_name,
  (SELECT json_group_array(x.id) FROM (SELECT a.id FROM above a WHERE a.act = o.id ORDER BY a.depth) x) AS above,
  :territory IS NULL OR t.id IN (SELECT id FROM scope) AS inside,
  COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until) AS in_force
FROM act o
JOIN territories t ON t.id = o.territory
ORDER BY t.name, t.id, COALESCE(o.date, ''), o.id
