-- Subjects whose first naming is a clause of an act in force (undated: in force) and that hold no function by acts in
-- force, neither themselves nor through the generic subject they fill; what they have instead.
WITH RECURSIVE
  -- @inside,
  act AS MATERIALIZED (
    SELECT id, territory, number, date, title FROM orders o
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  holding AS MATERIALIZED (
    SELECT a.subject AS subject, COUNT(a.function) AS functions, COUNT(*) - COUNT(a.function) AS unmapped
    FROM act o CROSS JOIN clauses c ON c."order" = o.id CROSS JOIN assignments a ON a.clause = c.id
    GROUP BY a.subject
  ),
  idle AS (
    SELECT s.id, s.name, s.kind, s.generic, s.territory, o.territory AS place, o.id AS act, o.number, o.date, o.title,
           c.id AS clause, c.address, c.position, c.text, COALESCE(h.unmapped, 0) AS unmapped,
           COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal'
             END) AS level
    FROM act o
    CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN subjects s ON s.clause = c.id
    CROSS JOIN territories t ON t.id = s.territory
    LEFT JOIN holding h ON h.subject = s.id
    LEFT JOIN holding g ON g.subject = s.fills
    WHERE COALESCE(h.functions, 0) = 0 AND COALESCE(g.functions, 0) = 0
      AND (:territory IS NULL OR o.territory IN (SELECT id FROM inside))
  )
SELECT
  i.id AS subject_id, i.name AS subject_name, i.level AS subject_level, i.kind AS subject_kind, i.generic AS generic,
  t.id AS territory_id, t.name AS territory_name, i.unmapped AS unmapped,
  (SELECT COUNT(DISTINCT p.source) FROM agreements_parties p JOIN agreements x ON x.id = p.source
   JOIN clauses c ON c.id = x.clause JOIN act o ON o.id = c."order" WHERE p.target = i.id) AS agreements,
  (SELECT COUNT(*) FROM interactions x JOIN clauses c ON c.id = x.clause JOIN act o ON o.id = c."order"
   WHERE x.source = i.id) AS acts_towards,
  (SELECT COUNT(*) FROM interactions x JOIN clauses c ON c.id = x.clause JOIN act o ON o.id = c."order"
   WHERE x.target = i.id) AS acted_upon,
  (SELECT COUNT(DISTINCT r.source) FROM activities_responsible r JOIN activities x ON x.id = r.source
   JOIN clauses c ON c.id = x.clause JOIN act o ON o.id = c."order" WHERE r.target = i.id) AS activities,
  (SELECT COUNT(*) FROM steps x JOIN clauses c ON c.id = x.clause JOIN act o ON o.id = c."order"
   WHERE x.subject = i.id) AS steps,
  (SELECT COUNT(*) FROM subjects x JOIN holding h ON h.subject = x.id AND h.functions > 0 WHERE x.part_of = i.id) AS parts,
  i.act AS order_id, i.number AS order_number, i.date AS order_date, i.title AS order_title, i.clause AS clause_id,
  i.address AS clause, i.text AS quote
FROM idle i
JOIN territories t ON t.id = i.territory
WHERE :level IS NULL OR i.level = :level
ORDER BY COALESCE(i.date, ''), i.act,
  CASE i.level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END, i.position, i.address,
  i.name, i.id
