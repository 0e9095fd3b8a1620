-- Norms that acts in force set for their own territory on what has a name: an indicator's, else the act's own words
-- where its text is loaded. Those that the program computes itself (teachers per methodist) are left to the rule of norms.
WITH RECURSIVE
  inside (id, depth) AS (
    SELECT id, 0 FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.id, inside.depth + 1 FROM inside JOIN territories t ON t.part_of = inside.id WHERE inside.depth < 8
  ),
  act AS (
    SELECT o.id, o.number, o.date, o.title, t.id AS territory_id, t.name AS territory_name
    FROM orders o JOIN territories t ON t.id = o.territory
    WHERE (:territory IS NULL OR t.id IN (SELECT id FROM inside))
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  )
SELECT
  act.territory_id AS territory_id, act.territory_name AS territory_name, act.id AS order_id,
  act.number AS order_number, act.date AS order_date, act.title AS order_title, c.id AS clause_id,
  c.address AS clause, COALESCE(n.about, c.text) AS quote, n.id AS norm,
  CASE n.metric WHEN 'other' THEN n.about ELSE n.metric END AS name, n.unit AS unit, n.comparison AS op,
  n.value AS value, n.kind AS kind, n.period AS period
FROM act
JOIN clauses c ON c."order" = act.id
JOIN norms n ON n.clause = c.id AND n.territory = act.territory_id
WHERE n.metric <> 'teachers-per-methodist' AND (n.metric <> 'other' OR n.about IS NOT NULL)
ORDER BY act.territory_name, act.id, n.id
