-- Activities of acts in force to be done once, whose last day is over, and of which nobody has told that they are done
-- or cancelled.
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT
  a.id AS key, act.territory_id AS territory_id, act.territory_name AS territory_name, NULL AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN a.status IS NULL THEN 'not-reported' ELSE 'not-done' END AS reason, a.title AS item, s.id AS subject_id,
  s.name AS subject_name, a.term_text AS found, a.due AS expected, act.id AS order_id, act.number AS order_number,
  act.date AS order_date, act.title AS order_title, c.id AS clause_id, c.address AS clause, c.text AS quote
FROM act
JOIN clauses c ON c."order" = act.id
JOIN activities a ON a.clause = c.id
LEFT JOIN activities_responsible r ON r.source = a.id
LEFT JOIN subjects s ON s.id = r.target
WHERE COALESCE(a.status, '') NOT IN ('done', 'cancelled')
  AND a.due IS NOT NULL
  AND COALESCE(a.periodicity, 'once') = 'once' AND a.due < :as_of
ORDER BY act.territory_name, act.id, a.due, a.position, a.id, COALESCE(s.name, ''), COALESCE(s.id, '')
