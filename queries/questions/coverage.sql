-- Function × level matrix of a territory: who holds each cell, in which state it is, and why it is not covered.
-- A subject bears on a territory when it is its own, when it stands above by territory and level, when it is generic
-- above, or when it is named below by an act of the territory. Its clause must belong to an act of the territory or of
-- one above, in force on the day (undated: in force).
-- Generic counts as nobody actual where it stands for one per municipality or school: at the levels below the region.
-- A holder waits for an agreement when its clause says nothing else, requires one, and none is concluded.
WITH RECURSIVE
  up (id, part_of, kind, depth) AS (
    SELECT id, part_of, kind, 0 FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.id, t.part_of, t.kind, up.depth + 1 FROM up JOIN territories t ON t.id = up.part_of WHERE up.depth < 8
  ),
  down (id, depth) AS (
    SELECT id, 0 FROM up WHERE depth = 0
    UNION ALL
    SELECT t.id, down.depth + 1 FROM down JOIN territories t ON t.part_of = down.id WHERE down.depth < 8
  ),
  ranks (word, rank) AS (
    VALUES ('country', 0), ('region', 1), ('municipality', 2),
           ('federal', 0), ('regional', 1), ('municipal', 2), ('institutional', 3)
  ),
  here (kind, rank) AS (SELECT up.kind, r.rank FROM up JOIN ranks r ON r.word = up.kind WHERE up.depth = 0),
  considered (level, rank) AS MATERIALIZED (
    SELECT r.word, r.rank
    FROM ranks r CROSS JOIN here
    WHERE r.word IN ('federal', 'regional', 'municipal', 'institutional')
      AND CASE WHEN :level IS NOT NULL THEN r.word = :level
               WHEN :function IS NOT NULL THEN 1
               ELSE r.rank >= here.rank END
  ),
  act AS (
    SELECT o.id AS id, o.territory AS territory, up.id IS NOT NULL AS upward,
           COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until) AS valid
    FROM orders o
    LEFT JOIN up ON up.id = o.territory
    WHERE up.id IS NOT NULL OR o.territory IN (SELECT id FROM down)
  ),
  loaded AS MATERIALIZED (
    SELECT c.level AS level, COUNT(a.id) AS acts, COALESCE(SUM(a.valid), 0) AS valid_acts
    FROM considered c
    LEFT JOIN act a ON a.territory = COALESCE(
      (SELECT up.id FROM up JOIN ranks r ON r.word = up.kind WHERE r.rank = c.rank ORDER BY up.depth LIMIT 1), :territory)
    GROUP BY c.level
  ),
  subject AS (
    SELECT s.id, s.territory, s.generic, s.generic AND r.rank >= 2 AS bare, s.vacant, r.word AS level
    FROM (SELECT id, depth FROM up UNION ALL SELECT id, 0 FROM down WHERE depth > 0) place
    JOIN territories t ON t.id = place.id
    JOIN subjects s ON s.territory = t.id
    JOIN ranks r ON r.word = COALESCE(
      s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
    CROSS JOIN here
    WHERE place.depth = 0 OR s.generic OR r.rank < here.rank
  ),
  filler AS (
    SELECT f.id, f.fills, f.vacant FROM down JOIN subjects f ON f.territory = down.id WHERE f.fills IS NOT NULL
  ),
  held AS (
    SELECT a.function AS function, s.level AS level, s.id AS subject, s.territory AS territory, a.role AS role,
           s.generic AS generic, s.bare AS bare, s.vacant AS vacant, o.valid AS valid,
           EXISTS (SELECT 1 FROM agreements g WHERE g.clause = a.clause)
           AND NOT EXISTS (SELECT 1 FROM agreements g WHERE g.clause = a.clause AND g.status = 'concluded')
           AND NOT EXISTS (SELECT 1 FROM assignments b WHERE b.clause = a.clause AND b.statement <> a.statement) AS waits
    FROM subject s
    CROSS JOIN assignments a ON a.subject = s.id
    CROSS JOIN clauses c ON c.id = a.clause
    JOIN act o ON o.id = c."order" AND o.upward
    WHERE a.function IS NOT NULL AND (:function IS NULL OR a.function = :function)
  ),
  holder AS MATERIALIZED (
    SELECT function, level, subject, territory, generic, bare, vacant, MAX(valid) AS valid, MIN(valid) AS always,
           MAX(valid AND NOT waits) AS free, MAX(valid AND role = 'responsible') AS responsible,
           MAX(valid AND role = 'accountable') AS accountable, MAX(valid AND role = 'consulted') AS consulted,
           MAX(valid AND role = 'contributes') AS contributes, MAX(valid AND role = 'informed') AS informed
    FROM held GROUP BY function, level, subject
  ),
  working AS (
    SELECT function, level, subject, bare, vacant, free FROM holder WHERE valid
    UNION
    SELECT h.function, h.level, f.id, 0, f.vacant, h.free FROM holder h JOIN filler f ON f.fills = h.subject
    WHERE h.valid AND h.generic
  ),
  state AS MATERIALIZED (
    SELECT function, level, SUM(NOT bare AND NOT vacant AND free) AS actual,
           SUM(NOT bare AND NOT vacant AND NOT free) AS waiting, SUM(vacant) AS vacant,
           SUM(bare AND NOT vacant) AS generic
    FROM (
      SELECT function, level, subject, MIN(bare) AS bare, vacant, MAX(free) AS free FROM working
      GROUP BY function, level, subject
    )
    GROUP BY function, level
  ),
  named AS MATERIALIZED (
    SELECT function, level, SUM(responsible) AS responsible, SUM(accountable) AS accountable,
           SUM(consulted) AS consulted, SUM(contributes) AS contributes, SUM(informed) AS informed,
           SUM(valid) AS subjects, SUM(NOT always) AS idle
    FROM holder GROUP BY function, level
  ),
  doubled AS (
    SELECT DISTINCT function, level FROM holder GROUP BY function, level, territory HAVING SUM(responsible) > 1
  ),
  anywhere AS (SELECT function, COUNT(*) AS levels FROM named WHERE subjects > 0 GROUP BY function),
  beneath AS (
    SELECT DISTINCT a.function AS function
    FROM act o
    CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN assignments a ON a.clause = c.id
    WHERE o.valid AND NOT o.upward AND a.function IS NOT NULL AND (:function IS NULL OR a.function = :function)
  ),
  cell AS (
    SELECT f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
           d.id AS direction_id, d.code AS direction_code, d.label_ru AS direction_ru, d.label_en AS direction_en,
           l.level AS level, l.rank AS rank,
           instr(f.expected_levels, '"' || l.level || '"') > 0 AS expected,
           COALESCE(n.responsible, 0) AS responsible, COALESCE(n.accountable, 0) AS accountable,
           COALESCE(n.consulted, 0) AS consulted, COALESCE(n.contributes, 0) AS contributes,
           COALESCE(n.informed, 0) AS informed, COALESCE(n.subjects, 0) AS subjects, COALESCE(n.idle, 0) AS idle,
           COALESCE(s.actual, 0) AS actual, COALESCE(s.waiting, 0) AS waiting, COALESCE(s.vacant, 0) AS vacant,
           COALESCE(s.generic, 0) AS generic, k.acts AS acts, k.valid_acts AS valid_acts,
           o.function IS NOT NULL AS twice,
           COALESCE(w.levels, 0) > (COALESCE(n.subjects, 0) > 0) OR b.function IS NOT NULL AS elsewhere
    FROM functions f
    CROSS JOIN directions d ON d.id = f.direction
    CROSS JOIN considered l
    CROSS JOIN loaded k ON k.level = l.level
    LEFT JOIN named n ON n.function = f.id AND n.level = l.level
    LEFT JOIN state s ON s.function = f.id AND s.level = l.level
    LEFT JOIN doubled o ON o.function = f.id AND o.level = l.level
    LEFT JOIN anywhere w ON w.function = f.id
    LEFT JOIN beneath b ON b.function = f.id
    WHERE (:function IS NULL OR f.id = :function) AND (:direction IS NULL OR f.direction = :direction)
  ),
  judged AS (
    SELECT *,
           CASE WHEN actual > 0 AND twice THEN 'overlap' WHEN actual > 0 THEN 'covered'
                WHEN generic > 0 AND waiting = 0 AND vacant = 0 THEN 'generic-only' ELSE 'uncovered' END AS state,
           CASE WHEN actual > 0 THEN NULL WHEN waiting > 0 THEN 'agreement-missing' WHEN vacant > 0 THEN 'vacant'
                WHEN generic > 0 THEN 'generic-only' WHEN idle > 0 THEN 'not-in-force' WHEN acts = 0 THEN 'no-order'
                WHEN valid_acts = 0 THEN 'not-in-force' WHEN elsewhere THEN 'other-level' ELSE 'never-assigned' END AS why
    FROM cell
    WHERE expected OR subjects > 0 OR :function IS NOT NULL
  )
SELECT
  function_id AS function_id, function_code AS function_code, function_ru AS function_ru, function_en AS function_en,
  direction_id AS direction_id, direction_code AS direction_code, direction_ru AS direction_ru,
  direction_en AS direction_en, level AS level, expected AS expected, responsible AS responsible,
  accountable AS accountable, consulted AS consulted, contributes AS contributes, informed AS informed,
  subjects AS subjects, actual AS actual, generic > 0 AND actual = 0 AND waiting = 0 AND vacant = 0 AS only_generic,
  elsewhere AS elsewhere, state AS status, why AS reason
FROM judged
WHERE :status IS NULL OR state = :status
ORDER BY length(direction_code), direction_code, length(function_code), function_code, function_id, rank
