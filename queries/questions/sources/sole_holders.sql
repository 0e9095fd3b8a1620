-- Functions that one subject alone holds at its level by acts in force of a territory and of those above it, with every
-- clause that gives it the function.
WITH RECURSIVE
  -- @up,
  held AS MATERIALIZED (
    SELECT DISTINCT a.function, a.subject, a.clause,
           COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
             AS level
    FROM up
    CROSS JOIN orders o ON o.territory = up.id
    CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN assignments a ON a.clause = c.id
    CROSS JOIN subjects s ON s.id = a.subject
    CROSS JOIN territories t ON t.id = s.territory
    WHERE a.function IS NOT NULL
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  sole AS MATERIALIZED (SELECT function, level FROM held GROUP BY function, level HAVING MIN(subject) = MAX(subject))
SELECT
  s.id AS subject_id, s.name AS subject_name, h.level AS level, f.id AS function_id, f.code AS function_code,
  f.label_ru AS function_ru, f.label_en AS function_en, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause
FROM sole
JOIN held h ON h.function = sole.function AND h.level = sole.level
JOIN subjects s ON s.id = h.subject
JOIN functions f ON f.id = h.function
JOIN clauses c ON c.id = h.clause
JOIN orders o ON o.id = c."order"
ORDER BY s.id, length(f.code), f.code, f.id, COALESCE(o.date, ''), o.id, c.position, c.id
