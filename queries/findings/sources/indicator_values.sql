-- Indicators that acts in force set, with each value reached or planned; one row without a value where there is none.
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT
  act.territory_id AS territory_id, act.territory_name AS territory_name, act.id AS order_id,
  act.number AS order_number, act.date AS order_date, act.title AS order_title, c.id AS clause_id,
  c.address AS clause, c.text AS quote, i.id AS indicator, i.name AS name, i.unit AS unit, i.target_op AS target_op,
  i.target_value AS target_value, i.target_period AS target_period, b.period AS period, b.kind AS kind,
  b.value AS value
FROM act
JOIN clauses c ON c."order" = act.id
JOIN indicators i ON i.clause = c.id
LEFT JOIN observations b ON b.indicator = i.id
ORDER BY act.territory_name, act.id, i.position, i.id, COALESCE(b.id, '')
