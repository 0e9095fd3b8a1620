-- In how many territories of a territory each function is held at each level: regions for the regional level,
-- municipalities for those below it, the country for the federal one.
-- A subject bears on a territory when it is its own, when it is generic above, or when it lies in it and an act of the
-- territory or of one above names it; the states are those of the question `coverage`.
WITH RECURSIVE
  scope (key, id, rank, depth) AS (
    SELECT rowid, id, CASE kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END, 0 FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.rowid, t.id, CASE t.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END, scope.depth + 1
    FROM scope JOIN territories t ON t.part_of = scope.id WHERE scope.depth < 8
  ),
  -- each territory of the scope with itself and those it lies in; territories and subjects go by their short row numbers
  chain (low, high, depth, above) AS MATERIALIZED (
    SELECT t.rowid, t.rowid, 0, t.part_of FROM scope JOIN territories t ON t.id = scope.id
    UNION ALL
    SELECT chain.low, t.rowid, chain.depth + 1, t.part_of FROM chain JOIN territories t ON t.id = chain.above
    WHERE chain.depth < 8
  ),
  judged AS MATERIALIZED (
    SELECT key, rank FROM scope
    WHERE :level IS NULL OR rank = CASE :level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 ELSE 2 END
  ),
  act AS MATERIALIZED (
    SELECT o.id AS id, t.rowid AS territory,
           COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until) AS valid
    FROM (SELECT DISTINCT high FROM chain) c CROSS JOIN territories t ON t.rowid = c.high
    CROSS JOIN orders o ON o.territory = t.id
  ),
  given AS MATERIALIZED (
    SELECT a.function AS function, a.role AS role, s.rowid AS subject, t.rowid AS place, s.generic AS generic,
           s.vacant AS vacant, o.territory AS home, o.valid AS valid,
           CASE s.level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 WHEN 'institutional' THEN 3
             ELSE CASE t.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END END AS rank,
           o.valid AND NOT (
             EXISTS (SELECT 1 FROM agreements g WHERE g.clause = a.clause)
             AND NOT EXISTS (SELECT 1 FROM agreements g WHERE g.clause = a.clause AND g.status = 'concluded')
             AND NOT EXISTS (SELECT 1 FROM assignments b WHERE b.clause = a.clause AND b.statement <> a.statement)
           ) AS free
    FROM act o
    CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN assignments a ON a.clause = c.id
    CROSS JOIN subjects s ON s.id = a.subject
    CROSS JOIN territories t ON t.id = s.territory
    WHERE (:level IS NULL OR :level = COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region'
        THEN 'regional' ELSE 'municipal' END))
      AND a.function IS NOT NULL AND (:function IS NULL OR a.function = :function)
  ),
  held AS MATERIALIZED (
    -- a subject of the territory or of one in it, by an act of the territory or of one above
    SELECT j.key AS territory, g.*
    FROM given g
    CROSS JOIN chain place ON place.low = g.place
    CROSS JOIN chain home ON home.low = g.place AND home.high = g.home AND home.depth >= place.depth
    CROSS JOIN judged j ON j.key = place.high AND j.rank = MIN(g.rank, 2)
    UNION ALL
    -- a generic subject above it
    SELECT j.key, g.*
    FROM given g
    CROSS JOIN chain place ON place.high = g.place AND place.depth > 0
    CROSS JOIN chain home ON home.low = place.low AND home.high = g.home
    CROSS JOIN judged j ON j.key = place.low AND j.rank = MIN(g.rank, 2)
    WHERE g.generic
  ),
  person AS (
    SELECT territory, function, rank, place, MIN(bare) AS bare, vacant, MAX(valid) AS valid, MAX(free) AS free,
           MAX(named AND valid) AS named, MAX(responsible) AS responsible
    FROM (
      SELECT territory, function, rank, subject, place, generic AND rank >= 2 AS bare, vacant, valid, free, 1 AS named,
             valid AND role = 'responsible' AS responsible
      FROM held
      UNION ALL
      SELECT h.territory, h.function, h.rank, f.rowid, t.rowid, 0, f.vacant, 1, h.free, 0, 0
      FROM held h CROSS JOIN subjects g ON g.rowid = h.subject CROSS JOIN subjects f ON f.fills = g.id
      CROSS JOIN territories t ON t.id = f.territory CROSS JOIN chain c ON c.low = t.rowid AND c.high = h.territory
      WHERE h.generic AND h.valid
    )
    GROUP BY territory, function, rank, subject
  ),
  fact AS (
    SELECT territory, function, rank, SUM(named) AS subjects,
           SUM(valid AND NOT bare AND NOT vacant AND free) > 0 AS actual,
           SUM(responsible) > COUNT(DISTINCT CASE WHEN responsible THEN place END) AS twice,
           SUM(valid AND bare AND NOT vacant) > 0 AND SUM(valid AND vacant) = 0
             AND SUM(valid AND NOT bare AND NOT vacant AND NOT free) = 0 AS generic
    FROM person GROUP BY territory, function, rank
  ),
  place AS MATERIALIZED (
    SELECT s.rank AS rank, COUNT(*) AS territories, SUM(s.acts = 0) AS bare
    FROM (SELECT rank, (SELECT COUNT(*) FROM act WHERE act.territory = judged.key) AS acts FROM judged) s
    GROUP BY s.rank
  ),
  found AS MATERIALIZED (
    SELECT function, rank, COUNT(*) AS cells, SUM(subjects > 0) AS named, SUM(actual AND NOT twice) AS covered,
           SUM(actual AND twice) AS overlap, SUM(NOT actual AND generic) AS generic_only,
           SUM(territory NOT IN (SELECT territory FROM act)) AS strange
    FROM fact GROUP BY function, rank
  ),
  cell AS (
    SELECT f.id AS id, f.code AS code, f.label_ru AS label_ru, f.label_en AS label_en, f.direction AS direction,
           l.column1 AS level, l.column2 AS rank, instr(f.expected_levels, '"' || l.column1 || '"') > 0 AS expected,
           p.territories AS territories, p.bare AS bare, COALESCE(k.named, 0) AS named,
           COALESCE(k.covered, 0) AS covered, COALESCE(k.overlap, 0) AS overlap,
           COALESCE(k.generic_only, 0) AS generic_only, COALESCE(k.strange, 0) AS strange
    FROM functions f
    CROSS JOIN (VALUES ('federal', 0), ('regional', 1), ('municipal', 2), ('institutional', 3)) l
    CROSS JOIN place p ON p.rank = MIN(l.column2, 2)
    LEFT JOIN found k ON k.function = f.id AND k.rank = l.column2
    WHERE (:level IS NULL OR l.column1 = :level) AND (:function IS NULL OR f.id = :function)
      AND (:direction IS NULL OR f.direction = :direction)
  ),
  counted AS (
    SELECT *, CASE WHEN expected THEN territories ELSE named END AS considered,
           CASE WHEN expected THEN bare - strange ELSE 0 END AS no_order
    FROM cell WHERE expected OR named
  )
SELECT
  c.id AS function_id, c.code AS function_code, c.label_ru AS function_ru, c.label_en AS function_en,
  d.id AS direction_id, d.code AS direction_code, d.label_ru AS direction_ru, d.label_en AS direction_en,
  c.level AS level, c.expected AS expected, considered AS territories, covered AS covered, overlap AS overlap,
  generic_only AS generic_only, considered - no_order - covered - overlap - generic_only AS uncovered,
  no_order AS no_order, considered - no_order AS denominator,
  CASE WHEN expected AND considered > no_order THEN 1.0 * (covered + overlap) / (considered - no_order) END AS share
FROM counted c
CROSS JOIN directions d ON d.id = c.direction
ORDER BY length(d.code), d.code, length(c.code), c.code, c.id, c.rank
