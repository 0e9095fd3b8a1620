-- Activities of acts in force, neither done nor cancelled, without a result. A result is the act's own words: an act
-- of which only facts are loaded, without its text, cannot be judged and is left out.
WITH RECURSIVE
  -- @inside,
  -- @act,
  told (id, results) AS (
    SELECT act.id, MAX(x.result IS NOT NULL)
    FROM act JOIN clauses t ON t."order" = act.id LEFT JOIN activities x ON x.clause = t.id
    GROUP BY act.id
    HAVING MAX(x.result IS NOT NULL) OR MAX(t.text IS NOT NULL)
  )
SELECT
  a.id AS key, act.territory_id AS territory_id, act.territory_name AS territory_name, NULL AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN told.results THEN 'others-have' ELSE 'none-in-act' END AS reason,
  a.title AS item, s.id AS subject_id, s.name AS subject_name, NULL AS found, NULL AS expected, act.id AS order_id,
  act.number AS order_number, act.date AS order_date, act.title AS order_title, c.id AS clause_id,
  c.address AS clause, c.text AS quote
FROM told
JOIN act ON act.id = told.id
JOIN clauses c ON c."order" = act.id
JOIN activities a ON a.clause = c.id
LEFT JOIN activities_responsible r ON r.source = a.id
LEFT JOIN subjects s ON s.id = r.target
WHERE COALESCE(a.status, '') NOT IN ('done', 'cancelled') AND a.result IS NULL
ORDER BY act.territory_name, act.id, a.position, a.id, COALESCE(s.name, ''), COALESCE(s.id, '')
