-- Parties of agreements named by acts in force that hold no function by any clause in force: neither themselves, nor
-- through a part of them, the generic subject they fill or one that fills them. A row for each clause.
-- Judged are subjects of territories that have an act in force (or lie in one that has): of others no act could say
-- anything. «Schools», «universities» in general are the other side of an agreement, no body of the system.
WITH RECURSIVE
  -- @place,
  act AS MATERIALIZED (
    SELECT id, territory FROM orders
    WHERE COALESCE(date, '0001-01-01') <= :as_of AND (valid_until IS NULL OR :as_of < valid_until)
  ),
  ruled (id, depth) AS (
    SELECT DISTINCT territory, 0 FROM act
    UNION
    SELECT t.id, r.depth + 1 FROM ruled r JOIN territories t ON t.part_of = r.id WHERE r.depth < 8
  ),
  holder (id, depth) AS (
    SELECT DISTINCT a.subject, 0 FROM act o JOIN clauses c ON c."order" = o.id JOIN assignments a ON a.clause = c.id
    UNION
    SELECT s.part_of, h.depth + 1 FROM holder h JOIN subjects s ON s.id = h.id
    WHERE s.part_of IS NOT NULL AND h.depth < 8
  ),
  party AS MATERIALIZED (
    SELECT DISTINCT p.target AS subject, g.clause AS clause
    FROM act o
    JOIN clauses c ON c."order" = o.id
    JOIN agreements g ON g.clause = c.id
    JOIN agreements_parties p ON p.source = g.id
    JOIN subjects s ON s.id = p.target
    WHERE NOT (s.generic AND s.kind = 'organisation')
      AND s.territory IN (SELECT id FROM ruled)
      AND s.territory IN (SELECT id FROM place)
  ),
  idle AS (
    SELECT s.id AS id, s.name AS name, s.territory AS territory, COALESCE(
             s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
             AS level,
           EXISTS (
             SELECT 1 FROM activities_responsible r
             JOIN activities v ON v.id = r.source
             JOIN clauses c ON c.id = v.clause
             JOIN act o ON o.id = c."order"
             WHERE r.target = s.id) AS acts
    FROM subjects s
    JOIN territories t ON t.id = s.territory
    WHERE s.id IN (SELECT subject FROM party)
      AND s.id NOT IN (SELECT id FROM holder)
      AND COALESCE(s.fills, '') NOT IN (SELECT id FROM holder)
      AND NOT EXISTS (SELECT 1 FROM subjects f WHERE f.fills = s.id AND f.id IN (SELECT id FROM holder))
  )
SELECT
  i.id AS key, t.id AS territory_id, t.name AS territory_name, i.level AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN i.acts THEN 'only-activities' ELSE 'nothing' END AS reason, NULL AS item, i.id AS subject_id,
  i.name AS subject_name, NULL AS found, NULL AS expected, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause, c.text AS quote
FROM idle i
JOIN territories t ON t.id = i.territory
JOIN party p ON p.subject = i.id
JOIN clauses c ON c.id = p.clause
JOIN orders o ON o.id = c."order"
ORDER BY t.id, i.id, COALESCE(o.date, ''), o.id, c.position, c.address, c.id
