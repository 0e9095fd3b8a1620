-- Activities, neither done nor cancelled, without executors in acts in force whose other activities have them.
WITH RECURSIVE
  -- @inside,
  -- @act,
  named (id) AS (
    SELECT DISTINCT act.id FROM act JOIN clauses t ON t."order" = act.id JOIN activities x ON x.clause = t.id
    WHERE x.executors <> '[]'
  )
SELECT
  a.id AS key, act.territory_id AS territory_id, act.territory_name AS territory_name, NULL AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en, 'others-have' AS reason,
  a.title AS item, s.id AS subject_id, s.name AS subject_name, NULL AS found, NULL AS expected, act.id AS order_id,
  act.number AS order_number, act.date AS order_date, act.title AS order_title, c.id AS clause_id,
  c.address AS clause, c.text AS quote
FROM named
JOIN act ON act.id = named.id
JOIN clauses c ON c."order" = act.id
JOIN activities a ON a.clause = c.id
LEFT JOIN activities_responsible r ON r.source = a.id
LEFT JOIN subjects s ON s.id = r.target
WHERE COALESCE(a.status, '') NOT IN ('done', 'cancelled') AND a.executors = '[]'
ORDER BY act.territory_name, act.id, a.position, a.id, COALESCE(s.name, ''), COALESCE(s.id, '')
