-- Who does the steps of routes that acts in force set: what sort of body, and whether the step's own clause makes it
-- responsible for an activity.
WITH RECURSIVE
  -- @inside
SELECT
  x.id AS step_id, s.id AS subject_id, s.kind AS kind,
  EXISTS (
    SELECT 1 FROM activities a JOIN activities_responsible r ON r.source = a.id
    WHERE a.clause = x.clause AND r.target = s.id
  ) AS charged
FROM orders o
JOIN clauses c ON c."order" = o.id
JOIN steps x ON x.clause = c.id
JOIN subjects s ON s.id = x.subject
WHERE (:territory IS NULL OR o.territory IN (SELECT id FROM inside))
  AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
ORDER BY x.id
