-- What every act repeals, amends or rests on, whether the other act is loaded or not.
SELECT
  r.id AS reference, r.kind AS kind, r.title AS title, r.number AS number, r.date AS date, r."order" AS order_id,
  r.target AS target
FROM legal_references r
WHERE :as_of IS NOT NULL AND (:territory IS NULL OR :territory IS NOT NULL)
ORDER BY r."order", r.kind, COALESCE(r.date, ''), COALESCE(r.number, ''), r.id
