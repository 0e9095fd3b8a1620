-- Indicators of acts in force on the day, of a territory and those in it or of one act, with every value of each.
WITH RECURSIVE
  -- @inside
SELECT
  i.id AS indicator_id, i.no AS no, i."group" AS heading, i.name AS name, i.unit AS unit, i.target_op AS target_op,
  i.target_value AS target_value, i.target_period AS target_period, v.id AS observation_id, v.period AS period,
  v.kind AS kind, v.value AS value, v.written AS written, t.id AS territory_id, t.name AS territory_name,
  i.review AS review, o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  c.id AS clause_id, c.address AS clause, c.text AS quote
FROM orders o
JOIN territories t ON t.id = o.territory
CROSS JOIN clauses c ON c."order" = o.id
CROSS JOIN indicators i ON i.clause = c.id
LEFT JOIN observations v ON v.indicator = i.id
WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  AND (:order IS NULL OR o.id = :order) AND (:territory IS NULL OR o.territory IN (SELECT id FROM inside))
ORDER BY COALESCE(o.date, ''), o.id, i.position, c.position, c.address, i.id, COALESCE(v.period, ''),
  COALESCE(v.kind, ''), COALESCE(v.id, '')
