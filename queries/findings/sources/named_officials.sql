-- Officials that acts in force name.
WITH RECURSIVE
  -- @inside
SELECT
  f.id AS official, f.name AS name, f.post AS post, f.note AS note, t.id AS territory_id, t.name AS territory_name,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, c.text AS quote
FROM orders o
JOIN territories t ON t.id = o.territory
JOIN clauses c ON c."order" = o.id
JOIN officials f ON f.clause = c.id
WHERE (:territory IS NULL OR t.id IN (SELECT id FROM inside))
  AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
ORDER BY t.name, t.id, COALESCE(o.date, ''), o.id, c.position, f.id
