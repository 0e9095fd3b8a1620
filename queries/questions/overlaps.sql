-- Pairs of subjects of one territory and level that are both responsible (or both accountable) for a function by
-- clauses in force (undated: in force), and why that is lawful where it is.
-- Of several clauses of a pair the one that names both is shown, else the first of each.
WITH RECURSIVE
  -- @inside,
  named AS MATERIALIZED (
    SELECT a.id AS assignment, a.function AS function, a.role AS role, s.id AS subject, s.territory AS territory,
           s.fills AS fills, COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional'
             ELSE 'municipal' END) AS level,
           a.quote_sha256 AS words, a.position AS position, c.id AS clause, c.address AS address, c.position AS point,
           o.id AS act, COALESCE(o.date, '') AS day
    FROM assignments a
    CROSS JOIN subjects s ON s.id = a.subject
    CROSS JOIN territories t ON t.id = s.territory
    CROSS JOIN clauses c ON c.id = a.clause
    CROSS JOIN orders o ON o.id = c."order"
    WHERE a.function IS NOT NULL AND a.role IN ('responsible', 'accountable')
      AND (:function IS NULL OR a.function = :function)
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND (:territory IS NULL OR s.territory IN (SELECT id FROM inside))
  ),
  shared AS (
    SELECT function, role, level, territory FROM named
    WHERE :level IS NULL OR level = :level
    GROUP BY function, role, level, territory HAVING MIN(subject) <> MAX(subject)
  ),
  held AS MATERIALIZED (
    SELECT n.*, ROW_NUMBER() OVER (ORDER BY day, act, point, address, position, assignment) AS place
    FROM named n JOIN shared USING (function, role, level, territory)
  ),
  holder AS MATERIALIZED (
    SELECT function, role, level, territory, subject, fills, MIN(place) AS first
    FROM held
    GROUP BY function, role, level, territory, subject
  ),
  whole (part, body, depth) AS MATERIALIZED (
    SELECT DISTINCT h.subject, s.part_of, 1 FROM holder h JOIN subjects s ON s.id = h.subject
    WHERE s.part_of IS NOT NULL
    UNION
    SELECT w.part, s.part_of, w.depth + 1 FROM whole w JOIN subjects s ON s.id = w.body
    WHERE s.part_of IS NOT NULL AND w.depth < 8
  ),
  pair AS (
    SELECT l.function AS function, l.role AS role, l.level AS level, l.territory AS territory, l.subject AS left_one,
           r.subject AS right_one,
           CASE WHEN l.fills = r.subject OR r.fills = l.subject THEN 'fills'
                WHEN EXISTS (SELECT 1 FROM whole w WHERE w.part = l.subject AND w.body = r.subject
                  OR w.part = r.subject AND w.body = l.subject) THEN 'part-of' END AS related
    FROM holder l
    JOIN holder r ON r.function = l.function AND r.role = l.role AND r.level = l.level AND r.territory = l.territory
      AND l.first < r.first
  ),
  shown AS (
    SELECT p.function, p.role, p.level, p.territory, p.related, l.place AS left_place, r.place AS right_place,
           l.assignment AS left_one, r.assignment AS right_one,
           l.clause = r.clause AND l.words = r.words AS joint,
           ROW_NUMBER() OVER (
             PARTITION BY p.function, p.role, p.left_one, p.right_one
             ORDER BY l.clause = r.clause AND l.words = r.words DESC, l.place, r.place) AS choice
    FROM pair p
    JOIN held l ON l.function = p.function AND l.role = p.role AND l.subject = p.left_one
    JOIN held r ON r.function = p.function AND r.role = p.role AND r.subject = p.right_one
  )
SELECT
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  s.level AS level, t.id AS territory_id, t.name AS territory_name, s.role AS role,
  CASE WHEN s.joint THEN 'joint' ELSE s.related END AS lawful,
  ls.id AS left_subject_id, ls.name AS left_subject_name, lo.id AS left_order_id, lo.number AS left_order_number,
  lo.date AS left_order_date, lo.title AS left_order_title, lc.id AS left_clause_id, lc.address AS left_clause,
  COALESCE(la.quote, lc.text) AS left_quote,
  rs.id AS right_subject_id, rs.name AS right_subject_name, ro.id AS right_order_id, ro.number AS right_order_number,
  ro.date AS right_order_date, ro.title AS right_order_title, rc.id AS right_clause_id, rc.address AS right_clause,
  COALESCE(ra.quote, rc.text) AS right_quote
FROM shown s
CROSS JOIN functions f ON f.id = s.function
CROSS JOIN territories t ON t.id = s.territory
CROSS JOIN assignments la ON la.id = s.left_one
CROSS JOIN subjects ls ON ls.id = la.subject
CROSS JOIN clauses lc ON lc.id = la.clause
CROSS JOIN orders lo ON lo.id = lc."order"
CROSS JOIN assignments ra ON ra.id = s.right_one
CROSS JOIN subjects rs ON rs.id = ra.subject
CROSS JOIN clauses rc ON rc.id = ra.clause
CROSS JOIN orders ro ON ro.id = rc."order"
WHERE s.choice = 1
  AND (:lawful IS NULL OR (s.joint OR s.related IS NOT NULL) = :lawful)
ORDER BY length(f.code), f.code, f.id, t.id,
  CASE s.level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END, s.role DESC,
  s.left_place, s.right_place
