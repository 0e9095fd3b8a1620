-- Functions of subjects, by acts in force, that the reader was less than 70 % sure of and nobody has confirmed.
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT
  a.id AS key, act.territory_id AS territory_id, act.territory_name AS territory_name, s.level AS level,
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  'unsure-reading' AS reason, NULL AS item, s.id AS subject_id, s.name AS subject_name,
  CAST(ROUND(a.confidence * 100) AS INTEGER) || ' %' AS found, '70 %' AS expected, act.id AS order_id,
  act.number AS order_number, act.date AS order_date, act.title AS order_title, c.id AS clause_id,
  c.address AS clause, COALESCE(a.quote, c.text) AS quote
FROM act
JOIN clauses c ON c."order" = act.id
JOIN assignments a ON a.clause = c.id
JOIN subjects s ON s.id = a.subject
JOIN functions f ON f.id = a.function
WHERE a.status <> 'confirmed' AND a.confidence < 0.7
ORDER BY act.territory_name, act.id, a.position, a.id
