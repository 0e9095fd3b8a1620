-- How many functions acts in force give to subjects.
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
SELECT COUNT(*) AS checked
FROM act
JOIN clauses c ON c."order" = act.id
JOIN assignments a ON a.clause = c.id
WHERE a.function IS NOT NULL
