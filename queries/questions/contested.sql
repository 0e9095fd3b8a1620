-- Places of acts in force that name different subjects of one level responsible for the same function in one territory:
-- plan: a row of a road map none of whose responsible subjects is responsible for the function by a statement;
-- acts: statements of two acts that have no responsible subject in common for it;
-- words: the same words at two clauses.
-- A statement at the clause of a row of a road map is that row's and not told against it; a subject that fills a
-- generic one stands for it, a post for its body.
WITH RECURSIVE
  -- @inside,
  act AS MATERIALIZED (
    SELECT o.id AS id, o.territory AS territory, COALESCE(o.date, '') AS day
    FROM orders o
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND (:territory IS NULL OR o.territory IN (SELECT id FROM inside))
  ),
  stated AS MATERIALIZED (
    SELECT a.id AS assignment, a.function AS function, a.subject AS subject, a.quote_sha256 AS words,
           a.clause AS clause, a.position AS position, o.id AS act, o.territory AS territory, o.day AS day,
           c.position AS point, c.address AS address, COALESCE(s.fills, CASE s.kind WHEN 'role' THEN s.part_of END, s.id) AS stands_for,
           COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal'
             END) AS level
    FROM act o
    CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN assignments a ON a.clause = c.id
    CROSS JOIN subjects s ON s.id = a.subject
    CROSS JOIN territories t ON t.id = s.territory
    WHERE a.function IS NOT NULL AND a.role = 'responsible'
  ),
  planned AS MATERIALIZED (
    SELECT v.id AS activity, f.target AS function, r.target AS subject, v.clause AS clause, v.position AS position,
           o.territory AS territory, o.day AS day, o.id AS act, c.position AS point, c.address AS address,
           COALESCE(s.fills, CASE s.kind WHEN 'role' THEN s.part_of END, s.id) AS stands_for,
           COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal'
             END) AS level
    FROM act o
    CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN activities v ON v.clause = c.id AND COALESCE(v.status, '') <> 'cancelled'
    CROSS JOIN activities_functions f ON f.source = v.id
    CROSS JOIN activities_responsible r ON r.source = v.id
    CROSS JOIN subjects s ON s.id = r.target
    CROSS JOIN territories t ON t.id = s.territory
  ),
  structure AS MATERIALIZED (
    SELECT * FROM stated s WHERE NOT EXISTS (SELECT 1 FROM activities v WHERE v.clause = s.clause)
  ),
  agreed AS (
    SELECT DISTINCT p.activity AS activity, p.function AS function
    FROM planned p
    JOIN structure s ON s.territory = p.territory AND s.function = p.function AND s.stands_for = p.stands_for
  ),
  common AS (
    SELECT DISTINCT l.act AS one, r.act AS other, l.function AS function
    FROM structure l
    JOIN structure r ON r.territory = l.territory AND r.function = l.function AND r.stands_for = l.stands_for
      AND r.act <> l.act
  ),
  pair AS (
    SELECT 'plan' AS kind, s.function AS function, s.territory AS territory, s.level AS level, s.day AS day,
           s.act AS act, s.point AS point, s.address AS address, s.position AS position, s.assignment AS one,
           NULL AS other, p.activity AS activity, p.subject AS subject, p.day AS day_, p.act AS act_, p.point AS point_,
           p.address AS address_, p.position AS position_
    FROM planned p
    JOIN structure s ON s.territory = p.territory AND s.function = p.function AND s.level = p.level
    WHERE NOT EXISTS (SELECT 1 FROM agreed g WHERE g.activity = p.activity AND g.function = p.function)
    UNION ALL
    SELECT CASE WHEN l.words = r.words THEN 'words' ELSE 'acts' END, l.function, l.territory, l.level, l.day, l.act,
           l.point, l.address, l.position, l.assignment, r.assignment, NULL, r.subject, r.day, r.act, r.point, r.address,
           r.position
    FROM structure l
    JOIN structure r ON r.territory = l.territory AND r.function = l.function AND r.level = l.level
      AND r.stands_for <> l.stands_for
      AND (l.day, l.act, l.point, l.address, l.position, l.assignment)
        < (r.day, r.act, r.point, r.address, r.position, r.assignment)
    WHERE l.words = r.words AND l.clause <> r.clause
      OR l.act <> r.act
        AND NOT EXISTS (SELECT 1 FROM common g WHERE g.one = l.act AND g.other = r.act AND g.function = l.function)
  ),
  whole (part, body, depth) AS MATERIALIZED (
    SELECT DISTINCT s.id, s.part_of, 1
    FROM subjects s
    WHERE s.part_of IS NOT NULL AND s.id IN (SELECT subject FROM stated UNION SELECT subject FROM planned)
    UNION
    SELECT w.part, s.part_of, w.depth + 1 FROM whole w JOIN subjects s ON s.id = w.body
    WHERE s.part_of IS NOT NULL AND w.depth < 8
  )
SELECT
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  t.id AS territory_id, t.name AS territory_name, p.level AS level, p.kind AS kind,
  EXISTS (SELECT 1 FROM whole w WHERE w.part = ls.id AND w.body = rs.id OR w.part = rs.id AND w.body = ls.id)
    AS part_of,
  la.id AS assignment_id, p.activity AS activity_id, v.title AS activity,
  la.why AS left_why, la.quote AS left_words, ra.why AS right_why, ra.quote AS right_words,
  ls.id AS left_subject_id, ls.name AS left_subject_name, lo.id AS left_order_id, lo.number AS left_order_number,
  lo.date AS left_order_date, lo.title AS left_order_title, lc.id AS left_clause_id, lc.address AS left_clause,
  COALESCE(la.quote, lc.text) AS left_quote,
  rs.id AS right_subject_id, rs.name AS right_subject_name, ro.id AS right_order_id, ro.number AS right_order_number,
  ro.date AS right_order_date, ro.title AS right_order_title, rc.id AS right_clause_id, rc.address AS right_clause,
  COALESCE(ra.quote, rc.text) AS right_quote
FROM pair p
CROSS JOIN functions f ON f.id = p.function
CROSS JOIN territories t ON t.id = p.territory
CROSS JOIN assignments la ON la.id = p.one
CROSS JOIN subjects ls ON ls.id = la.subject
CROSS JOIN clauses lc ON lc.id = la.clause
CROSS JOIN orders lo ON lo.id = lc."order"
CROSS JOIN subjects rs ON rs.id = p.subject
LEFT JOIN assignments ra ON ra.id = p.other
LEFT JOIN activities v ON v.id = p.activity
JOIN clauses rc ON rc.id = COALESCE(ra.clause, v.clause)
JOIN orders ro ON ro.id = rc."order"
WHERE :function IS NULL OR f.id = :function
ORDER BY length(f.code), f.code, f.id, t.id, p.kind, p.day, p.act, p.point, p.address, p.position, p.one,
  p.day_, p.act_, p.point_, p.address_, p.position_, COALESCE(p.other, p.activity), rs.id
