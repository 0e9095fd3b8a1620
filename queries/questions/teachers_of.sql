-- How many teachers each organisation of a territory has: the latest count up to the day, in all and by school subject.
WITH RECURSIVE
  -- @inside,
  counted AS (
    SELECT s.id, s.name, s.territory, h.subject_area, h.teachers, h.date, h.invented,
           RANK() OVER (PARTITION BY s.id, h.subject_area ORDER BY h.date DESC, h.id DESC) AS age
    FROM inside JOIN subjects s ON s.territory = inside.id JOIN headcounts h ON h.subject = s.id
    WHERE h.date <= :as_of
  )
SELECT
  c.id AS school_id, c.name AS school_name, t.id AS territory_id, t.name AS territory_name,
  c.subject_area AS subject_area, c.teachers AS teachers, c.date AS counted, c.invented AS invented
FROM counted c
JOIN territories t ON t.id = c.territory
WHERE c.age = 1
ORDER BY t.name, t.id, c.name, c.id, c.subject_area IS NOT NULL, COALESCE(c.subject_area, '')
