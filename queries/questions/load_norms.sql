-- All bounds and reached values of teachers per regional methodist, of a territory and those above, in order of time.
WITH RECURSIVE
  -- @up
SELECT
  n.id AS norm_id, n.kind AS kind, n.comparison AS comparison, n.value AS value, n.unit AS unit, n.period AS period,
  n.valid_from AS valid_from, n.valid_until AS valid_until,
  n.kind = 'plan' AND COALESCE(n.valid_from, '0001-01-01') <= :as_of
    AND (n.valid_until IS NULL OR :as_of < n.valid_until)
    AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until) AS in_force,
  t.id AS territory_id, t.name AS territory_name, o.id AS order_id, o.number AS order_number, o.date AS order_date,
  o.title AS order_title, c.id AS clause_id, c.address AS clause
FROM up
JOIN territories t ON t.id = up.id
JOIN norms n ON n.territory = up.id
JOIN clauses c ON c.id = n.clause
JOIN orders o ON o.id = c."order"
WHERE n.metric = 'teachers-per-methodist'
ORDER BY COALESCE(n.valid_from, ''), COALESCE(n.valid_until, '9999-12-31'), n.kind, up.depth, n.value, n.id
