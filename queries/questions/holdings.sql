-- All that a subject holds by clauses in force on the day, itself or through the generic subject it fills, and on request
-- what its parts hold; statements that fit no function come last.
WITH RECURSIVE
  part (id, name, depth) AS (
    SELECT id, name, 1 FROM subjects WHERE part_of = :subject AND id <> :subject AND :parts
    UNION ALL
    SELECT s.id, s.name, part.depth + 1 FROM part JOIN subjects s ON s.part_of = part.id
    WHERE part.depth < 8 AND s.id <> :subject
  ),
  self (id, through_id, through_name, relation) AS (
    SELECT :subject, NULL, NULL, NULL
    UNION ALL
    SELECT g.id, g.id, g.name, 'fills' FROM subjects s JOIN subjects g ON g.id = s.fills WHERE s.id = :subject
    UNION ALL
    SELECT DISTINCT id, id, name, 'part' FROM part
  )
SELECT
  a.id AS assignment_id, f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru,
  f.label_en AS function_en, d.label_ru AS direction_ru, d.label_en AS direction_en, a.role AS role,
  self.through_id AS through_id, self.through_name AS through_name, self.relation AS through_relation,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, COALESCE(a.quote, c.text) AS quote, a.confidence AS confidence, a.status AS status
FROM self
JOIN assignments a ON a.subject = self.id
JOIN clauses c ON c.id = a.clause
JOIN orders o ON o.id = c."order"
LEFT JOIN functions f ON f.id = a.function
LEFT JOIN directions d ON d.id = f.direction
WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
ORDER BY f.id IS NULL, COALESCE(length(d.code), 0), COALESCE(d.code, ''), COALESCE(length(f.code), 0),
  COALESCE(f.code, ''), COALESCE(o.date, ''), o.id, c.position, c.address, a.position, a.id,
  COALESCE(self.relation, '')
