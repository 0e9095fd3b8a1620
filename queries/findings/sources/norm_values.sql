-- Norms that acts in force set for their own territory on what has a name: an indicator's, else the act's own words
-- where its text is loaded. Those that the program computes itself (teachers per methodist) are left to the rule of norms.
WITH RECURSIVE
  -- @inside,
  -- @act
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
