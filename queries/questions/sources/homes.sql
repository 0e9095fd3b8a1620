-- The nearest region above the territory of each of the subjects (:as_of is of no account).
WITH RECURSIVE
  wanted (id) AS (SELECT value FROM json_each(:subjects) WHERE :as_of IS NOT NULL),
  up (subject, id, kind, part_of, depth) AS (
    SELECT s.id, t.id, t.kind, t.part_of, 0
    FROM wanted w CROSS JOIN subjects s ON s.id = w.id JOIN territories t ON t.id = s.territory
    UNION ALL
    SELECT up.subject, t.id, t.kind, t.part_of, up.depth + 1
    FROM up JOIN territories t ON t.id = up.part_of WHERE up.depth < 8
  )
SELECT DISTINCT
  u.subject AS subject_id,
  (SELECT r.id FROM up r WHERE r.subject = u.subject AND r.kind = 'region' ORDER BY r.depth LIMIT 1) AS region_id
FROM up u
ORDER BY u.subject
