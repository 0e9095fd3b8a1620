-- Who stands directly above a subject on the day: the body it is a part of (by the clause that names the part first), the
-- generic subject it fills, who controls it, and to whom it reports.
WITH RECURSIVE
  -- @up,
  -- @inside,
  place (id) AS (SELECT id FROM up UNION SELECT id FROM inside),
  lower AS (
    SELECT s.id, s.name, s.part_of, s.fills, s.clause FROM subjects s
    WHERE (:subject IS NULL OR s.id = :subject) AND (:territory IS NULL OR s.territory IN (SELECT id FROM place))
  ),
  relation AS (
    SELECT s.id AS lower, 'part-of' AS relation, 0 AS rank, s.part_of AS upper, s.id AS fact, s.clause AS clause,
      NULL AS quote
    FROM lower s WHERE s.part_of IS NOT NULL
    UNION ALL
    SELECT s.id, 'fills', 1, s.fills, s.id, NULL, NULL FROM lower s WHERE s.fills IS NOT NULL
    UNION ALL
    SELECT s.id, 'controlled-by', 2, i.source, i.id, i.clause, i.what
    FROM lower s JOIN interactions i ON i.target = s.id WHERE i.kind = 'controls'
    UNION ALL
    SELECT s.id, 'reports-to', 3, i.target, i.id, i.clause, i.what
    FROM lower s JOIN interactions i ON i.source = s.id WHERE i.kind = 'reports'
  )
SELECT
  s.id AS subject_id, s.name AS subject_name, r.relation AS relation, u.id AS superior_id, u.name AS superior_name,
  r.fact AS fact_id, o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  c.id AS clause_id, c.address AS clause, COALESCE(r.quote, c.text) AS quote
FROM relation r
JOIN subjects s ON s.id = r.lower
JOIN subjects u ON u.id = r.upper
LEFT JOIN clauses c ON c.id = r.clause
LEFT JOIN orders o ON o.id = c."order"
WHERE r.lower <> r.upper
  AND (o.id IS NULL
    OR COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until))
ORDER BY s.id, r.rank, COALESCE(o.date, ''), COALESCE(o.id, ''), COALESCE(c.position, 0), COALESCE(c.address, ''), u.id,
  r.fact
