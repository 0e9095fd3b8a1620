-- Functions of subjects, by acts in force, that the reader was less than 70 % sure of and nobody has confirmed.
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
