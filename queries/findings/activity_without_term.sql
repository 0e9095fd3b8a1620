-- Activities of acts in force, neither done nor cancelled, without a term, or whose term gives neither day nor rhythm;
-- «раз в два года» is a rhythm, though the list of rhythms has no word for it.
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT
  a.id AS key, act.territory_id AS territory_id, act.territory_name AS territory_name, NULL AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN a.term_text IS NULL THEN 'no-term' ELSE 'vague-term' END AS reason, a.title AS item, s.id AS subject_id,
  s.name AS subject_name, a.term_text AS found, NULL AS expected, act.id AS order_id, act.number AS order_number,
  act.date AS order_date, act.title AS order_title, c.id AS clause_id, c.address AS clause, c.text AS quote
FROM act
JOIN clauses c ON c."order" = act.id
JOIN activities a ON a.clause = c.id
LEFT JOIN activities_responsible r ON r.source = a.id
LEFT JOIN subjects s ON s.id = r.target
WHERE COALESCE(a.status, '') NOT IN ('done', 'cancelled') AND a.due IS NULL AND a.periodicity IS NULL
  AND NOT (COALESCE(a.term_text, '') GLOB '*[Рр]аз в *' OR COALESCE(a.term_text, '') GLOB '*[Рр]аза в *')
ORDER BY act.territory_name, act.id, a.position, a.id, COALESCE(s.name, ''), COALESCE(s.id, '')
