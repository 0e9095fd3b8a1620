-- How much of the expected model each territory of a territory has: cells function × level, from its own level down.
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
    SELECT key, rank FROM scope WHERE (:kind IS NULL OR rank = CASE :kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END)
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
      AND a.function IS NOT NULL
  ),
  held AS MATERIALIZED (
    -- a subject of the territory or of one in it, by an act of the territory or of one above
    SELECT j.key AS territory, g.*
    FROM given g
    CROSS JOIN chain place ON place.low = g.place
    CROSS JOIN chain home ON home.low = g.place AND home.high = g.home AND home.depth >= place.depth
    CROSS JOIN judged j ON j.key = place.high AND g.rank >= j.rank
    UNION ALL
    -- a generic subject above it
    SELECT j.key, g.*
    FROM given g
    CROSS JOIN chain place ON place.high = g.place AND place.depth > 0
    CROSS JOIN chain home ON home.low = place.low AND home.high = g.home
    CROSS JOIN judged j ON j.key = place.low AND g.rank >= j.rank
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
  model (level, rank, functions) AS MATERIALIZED (
    SELECT column1, column2, (SELECT COUNT(*) FROM functions WHERE instr(expected_levels, '"' || column1 || '"'))
    FROM (VALUES ('federal', 0), ('regional', 1), ('municipal', 2), ('institutional', 3))
    WHERE :level IS NULL OR column1 = :level
  ),
  found AS MATERIALIZED (
    SELECT k.territory AS territory, COUNT(*) AS cells, SUM(k.actual AND NOT k.twice) AS covered,
           SUM(k.actual AND k.twice) AS overlap, SUM(NOT k.actual AND k.generic) AS generic_only
    FROM fact k
    CROSS JOIN model m ON m.rank = k.rank
    CROSS JOIN functions f ON f.id = k.function AND instr(f.expected_levels, '"' || m.level || '"')
    GROUP BY k.territory
  ),
  counted AS (
    SELECT t.id AS id, t.name AS name, t.kind AS kind, j.rank AS rank,
           (SELECT COUNT(*) FROM act WHERE act.territory = j.key) AS acts,
           (SELECT SUM(m.functions) FROM model m WHERE m.rank >= j.rank) AS expected, COALESCE(k.cells, 0) AS cells,
           COALESCE(k.covered, 0) AS covered, COALESCE(k.overlap, 0) AS overlap,
           COALESCE(k.generic_only, 0) AS generic_only
    FROM judged j
    CROSS JOIN territories t ON t.rowid = j.key
    LEFT JOIN found k ON k.territory = j.key
    WHERE EXISTS (SELECT 1 FROM model m WHERE m.rank >= j.rank)
  ),
  shared AS (
    SELECT *, CASE WHEN acts THEN 0 ELSE expected - cells END AS no_order,
           CASE WHEN acts THEN expected ELSE cells END AS denominator
    FROM counted
  )
SELECT
  id AS territory_id, name AS territory_name, kind AS territory_kind, acts AS acts, expected AS expected,
  covered AS covered, overlap AS overlap, generic_only AS generic_only,
  denominator - covered - overlap - generic_only AS uncovered, no_order AS no_order, denominator AS denominator,
  CASE WHEN denominator THEN 1.0 * (covered + overlap) / denominator END AS share
FROM shared
ORDER BY rank, denominator = 0, CASE WHEN denominator THEN 1.0 * (covered + overlap) / denominator ELSE 0 END DESC, name,
  id
