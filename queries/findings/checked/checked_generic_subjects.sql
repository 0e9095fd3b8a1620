-- How many places had to be filled: each generic subject with functions in force counts once while nobody fills it
-- anywhere, else once for each municipality of its territory.
WITH RECURSIVE
  -- @place,
  meant AS MATERIALIZED (
    SELECT s.id AS id, s.territory AS home, EXISTS (SELECT 1 FROM subjects f WHERE f.fills = s.id) AS filled
    FROM subjects s
    JOIN territories t ON t.id = s.territory
    WHERE s.generic AND s.kind NOT IN ('role', 'pair')
      AND COALESCE(s.level, CASE t.kind WHEN 'municipality' THEN 'municipal' END) IN ('municipal', 'institutional')
      AND EXISTS (
        SELECT 1 FROM assignments a JOIN clauses c ON c.id = a.clause JOIN orders o ON o.id = c."order"
        WHERE a.subject = s.id
          AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until))
  ),
  inside (home, id, depth) AS (
    SELECT DISTINCT home, home, 0 FROM meant WHERE filled
    UNION ALL
    SELECT i.home, t.id, i.depth + 1 FROM inside i JOIN territories t ON t.part_of = i.id WHERE i.depth < 8
  ),
  wanted AS (
    SELECT m.id AS subject, m.home AS territory FROM meant m WHERE NOT m.filled
    UNION
    SELECT m.id, i.id FROM meant m JOIN inside i ON i.home = m.home JOIN territories t ON t.id = i.id
    WHERE m.filled AND t.kind = 'municipality'
  )
SELECT COUNT(*) AS checked FROM wanted WHERE territory IN (SELECT id FROM place)
