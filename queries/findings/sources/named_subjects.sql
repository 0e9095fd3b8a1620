-- Subjects of territories, with all their names and the clause that names them first; those that only an act out of
-- force names are left out.
WITH RECURSIVE
  -- @inside
SELECT
  s.id AS subject_id, s.name AS name, s.short AS short, s.alternative_names AS others, s.level AS level, s.kind AS kind,
  s.generic AS generic, s.part_of AS part_of, s.fills AS fills, t.id AS territory_id, t.name AS territory_name,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, c.text AS quote
FROM subjects s
JOIN territories t ON t.id = s.territory
LEFT JOIN clauses c ON c.id = s.clause
LEFT JOIN orders o ON o.id = c."order"
WHERE (:territory IS NULL OR t.id IN (SELECT id FROM inside))
  AND (o.id IS NULL
    OR COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until))
ORDER BY t.name, t.id, s.id
