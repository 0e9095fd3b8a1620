-- Activities of acts in force that name an agreement, with each subject responsible; those without any are left out.
WITH RECURSIVE
  -- @place,
  act AS (
    SELECT DISTINCT o.id, o.number, o.date, o.title, o.territory
    FROM agreements g JOIN clauses c ON c.id = g.clause JOIN orders o ON o.id = c."order"
    WHERE o.territory IN (SELECT id FROM place)
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  )
SELECT
  v.id AS activity_id, v.title AS title, o.id AS order_id, o.number AS order_number, o.date AS order_date,
  o.title AS order_title, c.id AS clause_id, c.address AS clause, COALESCE(v.result, c.text) AS quote,
  s.id AS subject_id, s.name AS subject_name, s.fills AS subject_fills, s.part_of AS subject_part_of
FROM act o
JOIN clauses c ON c."order" = o.id
JOIN activities v ON v.clause = c.id
JOIN activities_responsible r ON r.source = v.id
JOIN subjects s ON s.id = r.target
ORDER BY o.id, v.position, v.id, r.position, s.id
