-- Which methodist of the territory's region supports how many teachers of which school on the day.
-- Of each methodist (a code within a region) all rows of the latest day up to the day are taken.
WITH RECURSIVE
  -- @up_kind,
  root (id) AS (
    SELECT COALESCE((SELECT id FROM up WHERE kind = 'region' ORDER BY depth LIMIT 1), (SELECT id FROM up WHERE depth = 0))
  ),
  tree (id, region, depth) AS (
    SELECT t.id, t.id, 0 FROM territories t JOIN root ON root.id = t.id
    UNION ALL
    SELECT t.id, CASE WHEN t.kind = 'region' THEN t.id ELSE tree.region END, tree.depth + 1
    FROM tree JOIN territories t ON t.part_of = tree.id WHERE tree.depth < 8
  ),
  known AS (
    SELECT m.id, m.code, m.subject_area, m.territory, m.fte, m.invented,
           RANK() OVER (PARTITION BY tree.region, m.code ORDER BY m.date DESC) AS age
    FROM tree JOIN methodists m ON m.territory = tree.id
    WHERE m.date <= :as_of
  )
SELECT
  k.id AS methodist_id, k.code AS methodist, k.subject_area AS subject_area, t.id AS territory_id,
  t.name AS territory_name, CAST(ROUND(k.fte * 100) AS INTEGER) AS fte_hundredths, u.id AS support_id,
  s.id AS school_id, s.name AS school_name, p.id AS school_territory_id, p.name AS school_territory_name,
  u.teachers AS teachers, MAX(k.invented, COALESCE(u.invented, 0)) AS invented
FROM known k
JOIN territories t ON t.id = k.territory
LEFT JOIN supports u ON u.methodist = k.id
LEFT JOIN subjects s ON s.id = u.subject
LEFT JOIN territories p ON p.id = s.territory
WHERE k.age = 1
ORDER BY k.code, k.id, COALESCE(s.name, ''), COALESCE(u.id, '')
