-- Indicators of acts in force without a target: neither a target is set nor a value planned for any period (the value
-- planned for the last period is as good as a target).
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT
  i.id AS key, act.territory_id AS territory_id, act.territory_name AS territory_name, NULL AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN EXISTS (
    SELECT 1 FROM clauses oc JOIN indicators oi ON oi.clause = oc.id LEFT JOIN observations ob ON ob.indicator = oi.id
    WHERE oc."order" = act.id AND (oi.target_value IS NOT NULL OR (ob.kind = 'plan' AND ob.value IS NOT NULL))
  ) THEN 'others-have' ELSE 'none-in-act' END AS reason,
  i.name AS item, NULL AS subject_id, NULL AS subject_name, NULL AS found, NULL AS expected, act.id AS order_id,
  act.number AS order_number, act.date AS order_date, act.title AS order_title, c.id AS clause_id,
  c.address AS clause, c.text AS quote
FROM act
JOIN clauses c ON c."order" = act.id
JOIN indicators i ON i.clause = c.id
WHERE i.target_value IS NULL
  AND NOT EXISTS (SELECT 1 FROM observations b WHERE b.indicator = i.id AND b.kind = 'plan' AND b.value IS NOT NULL)
ORDER BY act.territory_name, act.id, i.position, i.id
