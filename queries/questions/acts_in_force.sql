-- Acts in force on the day (undated: in force) in a territory and those in it, each with the acts in force that amend it.
WITH RECURSIVE
  -- @inside,
  place (id, depth) AS (
    SELECT id, MIN(depth) FROM inside GROUP BY id
    UNION ALL
    SELECT id, CASE kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END FROM territories WHERE :territory IS NULL
  )
SELECT
  o.id AS order_id, o.kind AS kind, o.number AS number, o.date AS date, o.valid_until AS valid_until, o.title AS title,
  o.issuer AS issuer, o.status AS status, t.id AS territory_id, t.name AS territory_name, t.kind AS territory_kind,
  (SELECT json_group_array(json_object('id', id, 'number', number, 'date', day)) FROM (
    SELECT DISTINCT m.id AS id, m.number AS number, m.date AS day
    FROM legal_references r JOIN orders m ON m.id = r."order"
    WHERE r.target = o.id AND r.kind = 'amends'
      AND COALESCE(m.date, '0001-01-01') <= :as_of AND (m.valid_until IS NULL OR :as_of < m.valid_until)
    ORDER BY COALESCE(m.date, ''), m.id)) AS amended_by
FROM place p
JOIN territories t ON t.id = p.id
JOIN orders o ON o.territory = p.id
WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
ORDER BY p.depth, t.name, t.id, COALESCE(o.date, '') DESC, o.id
