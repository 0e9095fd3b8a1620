-- Function × level matrix of a territory: who holds each cell, in which state it is, and why it is not covered.
-- A subject bears on a territory when it is its own, when it stands above by territory and level, when it is generic
-- above, or when it is named below by an act of the territory. Its clause must belong to an act of the territory or of
-- one above, in force on the day (undated: in force).
-- Generic counts as nobody actual where it stands for one per municipality or school: at the levels below the region.
-- A holder waits for an agreement when its clause says nothing else, requires one, and none is concluded.
-- Levels and kinds of territories are compared by rank: 0 federal and country, 1 regional, 2 municipal, 3 institutional.
WITH RECURSIVE
  up (id, part_of, rank, depth) AS MATERIALIZED (
    SELECT id, part_of, CASE kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END, 0
    FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.id, t.part_of, CASE t.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END, up.depth + 1
    FROM up JOIN territories t ON t.id = up.part_of WHERE up.depth < 8
  ),
  down (id, rank, depth) AS (
    SELECT id, rank, 0 FROM up WHERE depth = 0
    UNION ALL
    SELECT t.id, CASE t.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END, down.depth + 1
    FROM down JOIN territories t ON t.part_of = down.id WHERE down.depth < 8
  ),
  place (id, rank, above, upward, here) AS MATERIALIZED (
    SELECT up.id, up.rank, up.depth > 0, 1, h.rank FROM up JOIN up h ON h.depth = 0
    UNION ALL
    SELECT down.id, down.rank, 0, 0, h.rank FROM down JOIN up h ON h.depth = 0 WHERE down.depth > 0
  ),
  act AS MATERIALIZED (
    SELECT o.id AS id, o.territory AS territory, p.upward AS upward,
           COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until) AS valid
    FROM place p CROSS JOIN orders o ON o.territory = p.id
  ),
  subject AS (
    SELECT s.id, s.territory, s.generic, s.vacant, p.above, p.here,
           CASE s.level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 WHEN 'institutional' THEN 3
             ELSE p.rank END AS rank
    FROM place p CROSS JOIN subjects s ON s.territory = p.id
  ),
  held AS MATERIALIZED (
    SELECT a.function AS function, s.rank AS rank, s.id AS subject, s.territory AS territory, a.role AS role,
           s.generic AS generic, s.vacant AS vacant, o.valid AS valid,
           o.valid AND NOT (
             EXISTS (SELECT 1 FROM agreements g WHERE g.clause = a.clause)
             AND NOT EXISTS (SELECT 1 FROM agreements g WHERE g.clause = a.clause AND g.status = 'concluded')
             AND NOT EXISTS (SELECT 1 FROM assignments b WHERE b.clause = a.clause AND b.statement <> a.statement)
           ) AS free
    FROM subject s
    CROSS JOIN assignments a ON a.subject = s.id
    CROSS JOIN clauses c ON c.id = a.clause
    CROSS JOIN act o ON o.id = c."order"
    WHERE (NOT s.above OR s.generic OR s.rank < s.here) AND o.upward
      AND a.function IS NOT NULL AND (:function IS NULL OR a.function = :function)
  ),
  person AS (
    SELECT function, rank, territory, MIN(bare) AS bare, vacant, MAX(valid) AS valid, MAX(free) AS free,
           MAX(named AND valid) AS named, MAX(named AND NOT valid) AS idle,
           MAX(valid AND role = 'responsible') AS responsible, MAX(valid AND role = 'accountable') AS accountable,
           MAX(valid AND role = 'consulted') AS consulted, MAX(valid AND role = 'contributes') AS contributes,
           MAX(valid AND role = 'informed') AS informed
    FROM (
      SELECT function, rank, subject, territory, generic AND rank >= 2 AS bare, vacant, valid, free, 1 AS named, role
      FROM held
      UNION ALL
      SELECT h.function, h.rank, f.id, f.territory, 0, f.vacant, 1, h.free, 0, ''
      FROM held h CROSS JOIN subjects f ON f.fills = h.subject CROSS JOIN place p ON p.id = f.territory
      WHERE h.generic AND h.valid AND NOT p.above
    )
    GROUP BY function, rank, subject
  ),
  fact AS MATERIALIZED (
    SELECT function, rank, SUM(responsible) AS responsible, SUM(accountable) AS accountable,
           SUM(consulted) AS consulted, SUM(contributes) AS contributes, SUM(informed) AS informed,
           SUM(named) AS subjects, SUM(idle) AS idle, SUM(valid AND NOT bare AND NOT vacant AND free) AS actual,
           SUM(valid AND NOT bare AND NOT vacant AND NOT free) AS waiting, SUM(valid AND vacant) AS vacant,
           SUM(valid AND bare AND NOT vacant) AS generic,
           SUM(responsible) > COUNT(DISTINCT CASE WHEN responsible THEN territory END) AS twice
    FROM person GROUP BY function, rank
  ),
  anywhere AS (SELECT function, COUNT(*) AS levels FROM fact WHERE subjects > 0 GROUP BY function),
  beneath AS (
    SELECT DISTINCT a.function AS function
    FROM act o
    CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN assignments a ON a.clause = c.id
    WHERE o.valid AND NOT o.upward AND a.function IS NOT NULL AND (:function IS NULL OR a.function = :function)
  ),
  considered AS MATERIALIZED (
    SELECT l.column1 AS level, l.column2 AS rank,
           (SELECT COUNT(*) FROM act WHERE act.territory = l.home) AS acts,
           (SELECT COUNT(*) FROM act WHERE act.territory = l.home AND act.valid) AS valid_acts
    FROM (
      SELECT column1, column2,
             COALESCE((SELECT id FROM up WHERE rank = column2 ORDER BY depth LIMIT 1), :territory) AS home
      FROM (VALUES ('federal', 0), ('regional', 1), ('municipal', 2), ('institutional', 3))
      WHERE CASE WHEN :level IS NOT NULL THEN column1 = :level
                 WHEN :function IS NOT NULL THEN 1
                 ELSE column2 >= (SELECT rank FROM up WHERE depth = 0) END
    ) l
    WHERE EXISTS (SELECT 1 FROM up)
  ),
  cell AS (
    SELECT f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
           f.direction AS direction, l.level AS level, l.rank AS rank, l.acts AS acts, l.valid_acts AS valid_acts,
           instr(f.expected_levels, '"' || l.level || '"') > 0 AS expected, k.responsible AS responsible,
           k.accountable AS accountable, k.consulted AS consulted, k.contributes AS contributes, k.informed AS informed,
           COALESCE(k.subjects, 0) AS subjects, COALESCE(k.idle, 0) AS idle, COALESCE(k.actual, 0) AS actual,
           COALESCE(k.waiting, 0) AS waiting, COALESCE(k.vacant, 0) AS vacant, COALESCE(k.generic, 0) AS generic,
           COALESCE(k.twice, 0) AS twice
    FROM functions f
    CROSS JOIN considered l
    LEFT JOIN fact k ON k.function = f.id AND k.rank = l.rank
    WHERE (:function IS NULL OR f.id = :function) AND (:direction IS NULL OR f.direction = :direction)
  ),
  judged AS (
    SELECT c.*, COALESCE(w.levels, 0) > (c.subjects > 0) OR b.function IS NOT NULL AS elsewhere,
           CASE WHEN actual > 0 AND twice THEN 'overlap' WHEN actual > 0 THEN 'covered'
                WHEN generic > 0 AND waiting = 0 AND vacant = 0 THEN 'generic-only' ELSE 'uncovered' END AS state
    FROM cell c
    LEFT JOIN anywhere w ON w.function = c.function_id
    LEFT JOIN beneath b ON b.function = c.function_id
    WHERE expected OR subjects > 0 OR :function IS NOT NULL
  )
SELECT
  function_id AS function_id, function_code AS function_code, function_ru AS function_ru, function_en AS function_en,
  d.id AS direction_id, d.code AS direction_code, d.label_ru AS direction_ru, d.label_en AS direction_en,
  level AS level, expected AS expected, COALESCE(responsible, 0) AS responsible,
  COALESCE(accountable, 0) AS accountable, COALESCE(consulted, 0) AS consulted,
  COALESCE(contributes, 0) AS contributes, COALESCE(informed, 0) AS informed, subjects AS subjects, actual AS actual,
  generic > 0 AND actual = 0 AND waiting = 0 AND vacant = 0 AS only_generic, elsewhere AS elsewhere, state AS status,
  CASE WHEN actual > 0 THEN NULL WHEN waiting > 0 THEN 'agreement-missing' WHEN vacant > 0 THEN 'vacant'
       WHEN generic > 0 THEN 'generic-only' WHEN idle > 0 THEN 'not-in-force' WHEN acts = 0 THEN 'no-order'
       WHEN valid_acts = 0 THEN 'not-in-force' WHEN elsewhere THEN 'other-level' ELSE 'never-assigned' END AS reason
FROM judged
CROSS JOIN directions d ON d.id = direction
WHERE :status IS NULL OR state = :status
ORDER BY length(d.code), d.code, length(function_code), function_code, function_id, rank
