-- Who holds a function in a territory, by which clause: own subjects, subjects of the territories above (municipal and
-- institutional ones only when generic), those below that an act of the territory names, actual subjects that fill a
-- generic one, and, on request, the subjects and acts below.
-- An order is in force from its date until the day it was repealed; an order whose date nobody could read is in force.
WITH RECURSIVE
  -- @up_kind,
  -- @down,
  -- @ranks,
  here (rank) AS (SELECT r.rank FROM up JOIN ranks r ON r.word = up.kind WHERE up.depth = 0),
  place (id, distance, relation) AS (
    SELECT id, depth, CASE depth WHEN 0 THEN 'own' ELSE 'above' END FROM up
    UNION ALL
    SELECT id, 10 + depth, 'below' FROM down WHERE depth > 0
  ),
  held AS (
    SELECT a.id AS assignment, a.subject AS subject, a.role AS role, COALESCE(a.quote, c.text) AS quote,
           a.confidence AS confidence, a.status AS status, a.position AS position, c.id AS clause, c.address AS address,
           c.position AS clause_position,
           o.id AS act, o.number AS number, o.date AS day, o.title AS title
    FROM assignments a
    JOIN clauses c ON c.id = a.clause
    JOIN orders o ON o.id = c."order"
    JOIN place p ON p.id = o.territory AND (:below OR p.relation <> 'below')
    WHERE a.function = :function
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  subject AS (
    SELECT s.id, s.name, s.generic, s.vacant, s.invented, s.territory, p.distance, p.relation,
           COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
             AS level
    FROM subjects s
    JOIN place p ON p.id = s.territory
    JOIN territories t ON t.id = s.territory
    WHERE s.id IN (SELECT h.subject FROM held h)
  ),
  holder AS (
    SELECT h.assignment, s.id, s.name, s.level, s.generic, s.vacant, s.invented, s.territory, s.distance, s.relation,
           NULL AS fills_id, NULL AS fills_name
    FROM held h
    JOIN subject s ON s.id = h.subject
    JOIN ranks r ON r.word = s.level
    CROSS JOIN here
    WHERE s.relation <> 'above' OR s.generic OR r.rank < here.rank
    UNION ALL
    SELECT h.assignment, f.id, f.name, COALESCE(f.level, s.level), 0, f.vacant, f.invented, f.territory, p.distance,
           p.relation, s.id, s.name
    FROM held h
    JOIN subject s ON s.id = h.subject AND s.generic
    JOIN subjects f ON f.fills = s.id
    JOIN place p ON p.id = f.territory AND (p.relation = 'own' OR p.relation = 'below' AND :below)
  )
SELECT
  fn.id AS function_id, fn.code AS function_code, fn.label_ru AS function_ru, fn.label_en AS function_en,
  w.id AS subject_id, w.name AS subject_name, w.level AS subject_level, w.generic AS subject_generic,
  w.vacant AS subject_vacant, w.invented AS subject_invented, w.fills_id AS fills_id, w.fills_name AS fills_name,
  h.role AS role, t.id AS territory_id, t.name AS territory_name, t.kind AS territory_kind, w.relation AS relation,
  h.act AS order_id, h.number AS order_number, h.day AS order_date, h.title AS order_title,
  h.clause AS clause_id, h.address AS clause, h.quote AS quote, h.confidence AS confidence, h.status AS status,
  h.assignment AS assignment_id
FROM holder w
JOIN held h ON h.assignment = w.assignment
JOIN territories t ON t.id = w.territory
JOIN functions fn ON fn.id = :function
WHERE :level IS NULL OR w.level = :level
ORDER BY
  w.distance,
  CASE h.role WHEN 'responsible' THEN 0 WHEN 'accountable' THEN 1 WHEN 'consulted' THEN 2 WHEN 'contributes' THEN 3
    ELSE 4 END,
  w.generic, COALESCE(h.day, ''), h.act, h.clause_position, h.address, h.position, w.id, h.assignment,
  COALESCE(w.fills_id, '')
