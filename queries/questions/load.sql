-- Teachers per full-time regional methodist: per region, municipality, methodist or school subject, with the norm.
-- Of each organisation and school subject the latest count up to the day is taken; a count without a school subject is
-- the organisation's total, else the total is the sum over its school subjects. Of each methodist (a code within a
-- region) all rows of the latest day up to the day are taken.
WITH RECURSIVE
  -- @up_kind,
  root (id) AS (
    SELECT COALESCE((SELECT id FROM up WHERE kind = 'region' ORDER BY depth LIMIT 1), (SELECT id FROM up WHERE depth = 0))
  ),
  tree (id, kind, region, depth) AS (
    SELECT t.id, t.kind, t.id, 0 FROM territories t JOIN root ON root.id = t.id
    UNION ALL
    SELECT t.id, t.kind, CASE WHEN t.kind = 'region' THEN t.id ELSE tree.region END, tree.depth + 1
    FROM tree JOIN territories t ON t.part_of = tree.id WHERE tree.depth < 8
  ),
  inside (id, depth) AS (
    SELECT id, 0 FROM up WHERE depth = 0
    UNION ALL
    SELECT t.id, inside.depth + 1 FROM inside JOIN territories t ON t.part_of = inside.id WHERE inside.depth < 8
  ),
  spot (id, region) AS (
    SELECT tree.id, CASE WHEN tree.region IN (SELECT id FROM inside) THEN tree.region ELSE :territory END
    FROM tree WHERE tree.id IN (SELECT id FROM inside)
  ),
  counted AS (
    SELECT s.id AS subject, s.territory AS territory, h.subject_area AS area, h.teachers AS teachers, h.invented AS invented,
           RANK() OVER (PARTITION BY s.id, h.subject_area ORDER BY h.date DESC, h.id DESC) AS age
    FROM inside JOIN subjects s ON s.territory = inside.id JOIN headcounts h ON h.subject = s.id
    WHERE h.date <= :as_of
  ),
  teaching AS (
    SELECT c.subject, c.territory, c.area, c.teachers, c.invented FROM counted c
    WHERE c.age = 1 AND CASE WHEN :by = 'subject_area'
      THEN c.area IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM counted o WHERE o.subject = c.subject AND o.area IS NOT NULL)
      ELSE c.area IS NULL OR NOT EXISTS (SELECT 1 FROM counted o WHERE o.subject = c.subject AND o.area IS NULL) END
  ),
  known AS (
    SELECT m.id AS id, m.code AS code, m.subject_area AS area, m.territory AS territory, m.invented AS invented,
           CAST(ROUND(m.fte * 100) AS INTEGER) AS fte,
           RANK() OVER (PARTITION BY tree.region, m.code ORDER BY m.date DESC) AS age
    FROM tree JOIN methodists m ON m.territory = tree.id
    WHERE m.date <= :as_of
  ),
  serving AS (
    SELECT k.id, k.code, k.area, k.territory, k.invented, k.fte FROM known k
    WHERE k.age = 1 AND k.territory IN (SELECT id FROM inside)
  ),
  part AS (
    SELECT CASE :by WHEN 'region' THEN p.region WHEN 'municipality' THEN x.territory ELSE :territory END AS place,
           NULL AS methodist, CASE WHEN :by = 'subject_area' THEN x.area END AS area, x.teachers AS teachers, 0 AS fte,
           x.invented AS invented
    FROM teaching x JOIN spot p ON p.id = x.territory
    WHERE :by <> 'methodist'
    UNION ALL
    SELECT CASE :by WHEN 'region' THEN p.region WHEN 'subject_area' THEN :territory ELSE m.territory END,
           CASE WHEN :by = 'methodist' THEN m.code END,
           CASE WHEN :by IN ('methodist', 'subject_area') THEN m.area END, NULL, m.fte, m.invented
    FROM serving m JOIN spot p ON p.id = m.territory
    UNION ALL
    SELECT m.territory, m.code, m.area, u.teachers, 0, u.invented
    FROM serving m JOIN supports u ON u.methodist = m.id
    WHERE :by = 'methodist'
  ),
  line AS (
    SELECT place, methodist, area, SUM(teachers) AS teachers, SUM(fte) AS fte, MAX(invented) AS invented
    FROM part GROUP BY place, methodist, area
  ),
  above (place, id, part_of, distance) AS (
    SELECT DISTINCT l.place, t.id, t.part_of, 0 FROM line l JOIN territories t ON t.id = l.place
    UNION ALL
    SELECT above.place, t.id, t.part_of, above.distance + 1
    FROM above JOIN territories t ON t.id = above.part_of WHERE above.distance < 8
  ),
  bound AS (
    SELECT above.place AS place, n.value AS value, c.address AS address, c.id AS clause, o.id AS act, o.number AS number,
           o.date AS day, COALESCE(n.valid_from, o.date) AS since,
           ROW_NUMBER() OVER (PARTITION BY above.place ORDER BY
             n.valid_until IS NOT NULL AND n.valid_until <= :as_of, COALESCE(n.valid_from, '0001-01-01') DESC,
             COALESCE(n.valid_until, '9999-12-31'), above.distance, n.value, n.id) AS choice
    FROM above
    JOIN norms n ON n.territory = above.id
    JOIN clauses c ON c.id = n.clause
    JOIN orders o ON o.id = c."order"
    WHERE n.metric = 'teachers-per-methodist' AND n.kind = 'plan' AND n.comparison IN ('<=', '<')
      AND COALESCE(n.valid_from, '0001-01-01') <= :as_of
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  )
SELECT
  t.id AS territory_id, t.name AS territory_name, t.kind AS territory_kind, l.methodist AS methodist,
  l.area AS subject_area, l.teachers AS teachers, l.fte AS fte_hundredths, b.value AS norm, b.address AS norm_clause,
  b.clause AS norm_clause_id, b.act AS norm_order, b.number AS norm_number, b.day AS norm_order_date,
  b.since AS norm_date, l.invented AS invented
FROM line l
JOIN territories t ON t.id = l.place
LEFT JOIN bound b ON b.place = l.place AND b.choice = 1
ORDER BY CASE t.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END, t.name, t.id, COALESCE(l.methodist, ''),
  COALESCE(l.area, '')
