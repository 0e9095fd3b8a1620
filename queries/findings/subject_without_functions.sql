-- Subjects that an act in force names, in its own territory or below, and gives nothing to do: no function (itself, a part
-- of it, the generic subject it fills or one that fills it), no agreement, no activity, no step, nothing towards others.
-- «Schools», «teachers» in general are no bodies of the system. Those who do act without a function are found by
-- party-without-function and actor-outside-structure.
WITH RECURSIVE
  -- @place,
  act AS MATERIALIZED (
    SELECT id, number, date, title, territory FROM orders
    WHERE COALESCE(date, '0001-01-01') <= :as_of AND (valid_until IS NULL OR :as_of < valid_until)
  ),
  ruled (act, id, depth) AS (
    SELECT id, territory, 0 FROM act
    UNION
    SELECT r.act, t.id, r.depth + 1 FROM ruled r JOIN territories t ON t.part_of = r.id WHERE r.depth < 8
  ),
  named AS MATERIALIZED (
    SELECT s.id AS id, s.name AS name, s.level AS level, s.territory AS territory, c.id AS clause, o.id AS act
    FROM act o
    JOIN clauses c ON c."order" = o.id
    JOIN subjects s ON s.clause = c.id
    WHERE s.territory IN (SELECT id FROM place)
      AND s.territory IN (SELECT r.id FROM ruled r WHERE r.act = o.id)
      AND NOT (s.generic AND s.kind IN ('organisation', 'role'))
  ),
  holder (id, depth) AS (
    SELECT DISTINCT a.subject, 0 FROM act o JOIN clauses c ON c."order" = o.id JOIN assignments a ON a.clause = c.id
    UNION
    SELECT s.part_of, h.depth + 1 FROM holder h JOIN subjects s ON s.id = h.id
    WHERE s.part_of IS NOT NULL AND h.depth < 8
  ),
  busy (id) AS (
    SELECT id FROM holder
    UNION
    SELECT p.target FROM act o JOIN clauses c ON c."order" = o.id JOIN agreements g ON g.clause = c.id
    JOIN agreements_parties p ON p.source = g.id
    UNION
    SELECT r.target FROM act o JOIN clauses c ON c."order" = o.id JOIN activities v ON v.clause = c.id
    JOIN activities_responsible r ON r.source = v.id
    UNION
    SELECT i.source FROM act o JOIN clauses c ON c."order" = o.id JOIN interactions i ON i.clause = c.id
    UNION
    SELECT p.subject FROM act o JOIN clauses c ON c."order" = o.id JOIN steps p ON p.clause = c.id
    WHERE p.subject IS NOT NULL
  )
SELECT
  n.id AS key, t.id AS territory_id, t.name AS territory_name, COALESCE(
    n.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN EXISTS (SELECT 1 FROM interactions i JOIN clauses c ON c.id = i.clause JOIN act o ON o.id = c."order"
                    WHERE i.target = n.id) THEN 'only-addressed' ELSE 'only-named' END AS reason,
  NULL AS item, n.id AS subject_id, n.name AS subject_name, NULL AS found, NULL AS expected, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  c.text AS quote
FROM named n
JOIN territories t ON t.id = n.territory
JOIN act o ON o.id = n.act
JOIN clauses c ON c.id = n.clause
WHERE n.id NOT IN (SELECT id FROM busy)
  AND NOT EXISTS (SELECT 1 FROM subjects s WHERE s.id = n.id AND s.fills IN (SELECT id FROM busy))
  AND NOT EXISTS (SELECT 1 FROM subjects f WHERE f.fills = n.id AND f.id IN (SELECT id FROM busy))
ORDER BY t.id, n.id
