-- Activities of acts in force, neither done nor cancelled, for which nobody answers: the cell is empty, or it names
-- nobody who is known as a subject. A person with initials is somebody who answers.
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT
  a.id AS key, act.territory_id AS territory_id, act.territory_name AS territory_name, NULL AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN a.responsible_text <> '[]' THEN 'unknown-body'
    WHEN a.executors <> '[]' THEN 'executors-only' ELSE 'nobody-named' END AS reason,
  a.title AS item, NULL AS subject_id, NULL AS subject_name,
  NULLIF((SELECT group_concat(value, '; ') FROM json_each(a.responsible_text)), '') AS found, NULL AS expected,
  act.id AS order_id, act.number AS order_number, act.date AS order_date, act.title AS order_title,
  c.id AS clause_id, c.address AS clause, c.text AS quote
FROM act
JOIN clauses c ON c."order" = act.id
JOIN activities a ON a.clause = c.id
WHERE COALESCE(a.status, '') NOT IN ('done', 'cancelled')
  AND NOT EXISTS (SELECT 1 FROM activities_responsible r WHERE r.source = a.id)
  AND NOT EXISTS (
    SELECT 1 FROM json_each(a.responsible_text) x
    WHERE x.value GLOB '*[А-ЯЁ].[А-ЯЁ].*' OR x.value GLOB '*[А-ЯЁ]. [А-ЯЁ].*'
  )
ORDER BY act.territory_name, act.id, a.position, a.id
