-- The subjects of a territory, of those above it (municipal and institutional ones only when generic) and of those below
-- when an act of the territory names them, with the number of assignments by clauses in force on the day.
WITH RECURSIVE
  -- @up_kind,
  -- @down,
  -- @ranks,
  here (rank) AS (SELECT r.rank FROM up JOIN ranks r ON r.word = up.kind WHERE up.depth = 0),
  place (id, relation) AS (
    SELECT id, CASE depth WHEN 0 THEN 'own' ELSE 'above' END FROM up
    UNION ALL
    SELECT id, 'below' FROM down WHERE depth > 0
  ),
  subject AS (
    SELECT s.id, s.name, s.short, r.word AS level, r.rank AS rank, s.kind, s.generic, s.vacant, s.invented, s.part_of,
           s.fills, s.territory, t.name AS territory_name, p.relation
    FROM place p
    JOIN territories t ON t.id = p.id
    JOIN subjects s ON s.territory = p.id
    JOIN ranks r ON r.word = COALESCE(
      s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
    CROSS JOIN here
    WHERE p.relation = 'own'
      OR p.relation = 'above' AND (s.generic OR r.rank < here.rank)
      OR p.relation = 'below' AND s.clause IN (
        SELECT c.id FROM clauses c JOIN orders o ON o.id = c."order" JOIN up ON up.id = o.territory)
  ),
  holding AS (
    SELECT s.id AS id, COUNT(*) AS assignments, COUNT(DISTINCT a.function) AS functions,
           SUM(a.function IS NULL) AS unmapped
    FROM subject s
    CROSS JOIN assignments a ON a.subject = s.id
    JOIN clauses c ON c.id = a.clause
    JOIN orders o ON o.id = c."order"
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
    GROUP BY s.id
  )
SELECT
  s.id AS subject_id, s.name AS name, s.short AS short, s.level AS level, s.kind AS kind, s.generic AS generic,
  s.vacant AS vacant, s.invented AS invented, s.part_of AS part_of, s.fills AS fills, s.territory AS territory_id,
  s.territory_name AS territory_name, s.relation AS relation, COALESCE(h.assignments, 0) AS assignments,
  COALESCE(h.functions, 0) AS functions, COALESCE(h.unmapped, 0) AS unmapped
FROM subject s
LEFT JOIN holding h ON h.id = s.id
ORDER BY s.rank, s.generic, COALESCE(h.assignments, 0) DESC, s.name, s.id
