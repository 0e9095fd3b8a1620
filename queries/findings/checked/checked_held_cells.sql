-- How many functions have somebody responsible, and how many somebody accountable, by level and territory of the
-- subjects, by clauses in force on the day.
WITH RECURSIVE
  -- @place,
  cell AS (
    SELECT DISTINCT a.function, a.role, s.territory, COALESCE(s.level, CASE t.kind WHEN 'country' THEN 'federal'
             WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
    FROM assignments a
    JOIN subjects s ON s.id = a.subject
    JOIN territories t ON t.id = s.territory
    JOIN clauses c ON c.id = a.clause
    JOIN orders o ON o.id = c."order"
    WHERE a.function IS NOT NULL AND a.role IN ('responsible', 'accountable')
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND s.territory IN (SELECT id FROM place)
  )
SELECT COUNT(*) AS checked FROM cell
