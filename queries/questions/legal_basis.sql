-- The references of an act to others, then those of others to it; whether the other act is in force on the day.
WITH
  reference AS (
    SELECT r.id AS id, 0 AS incoming, CASE r.kind WHEN 'basis' THEN 'rests-on' ELSE r.kind END AS relation,
      CASE r.kind WHEN 'basis' THEN 0 WHEN 'amends' THEN 1 ELSE 2 END AS rank, r.target AS other,
      r.number AS number, r.date AS day, r.title AS title
    FROM legal_references r WHERE r."order" = :order
    UNION ALL
    SELECT r.id, 1, CASE r.kind WHEN 'basis' THEN 'basis-of' WHEN 'amends' THEN 'amended-by' ELSE 'repealed-by' END,
      CASE r.kind WHEN 'basis' THEN 0 WHEN 'amends' THEN 1 ELSE 2 END, r."order", NULL, NULL, NULL
    FROM legal_references r WHERE r.target = :order
  )
SELECT
  f.relation AS relation, me.id AS order_id, me.number AS order_number, me.date AS order_date, me.title AS order_title,
  o.id AS other_id, COALESCE(o.number, f.number) AS other_number, COALESCE(o.date, f.day) AS other_date,
  COALESCE(o.title, f.title) AS other_title, o.valid_until AS other_valid_until,
  CASE WHEN o.id IS NOT NULL THEN
    COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until) END AS in_force,
  t.name AS territory_name
FROM reference f
JOIN orders me ON me.id = :order
LEFT JOIN orders o ON o.id = f.other
LEFT JOIN territories t ON t.id = o.territory
ORDER BY f.incoming, f.rank, COALESCE(o.date, f.day, ''), COALESCE(o.number, f.number, ''), f.id
