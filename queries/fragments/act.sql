-- The acts in force on the day in the territory asked for and below (undated: in force).
  act AS (
    SELECT o.id, o.number, o.date, o.title, t.id AS territory_id, t.name AS territory_name
    FROM orders o JOIN territories t ON t.id = o.territory
    WHERE (:territory IS NULL OR t.id IN (SELECT id FROM inside))
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  )
