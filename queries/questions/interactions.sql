-- What one subject does towards another by acts in force on the day: of a territory and those in it (or with a side
-- there), of a subject on either side, from one, to one. A subject stands for the generic one it fills as well.
WITH RECURSIVE
  -- @inside,
  either_side (id) AS (
    SELECT id FROM subjects WHERE id = :subject UNION SELECT fills FROM subjects WHERE id = :subject
  ),
  giver (id) AS (SELECT id FROM subjects WHERE id = :source UNION SELECT fills FROM subjects WHERE id = :source),
  taker (id) AS (SELECT id FROM subjects WHERE id = :target UNION SELECT fills FROM subjects WHERE id = :target),
  narrow (id) AS (SELECT id FROM either_side UNION SELECT id FROM giver UNION SELECT id FROM taker),
  wanted (id) AS (
    SELECT i.id FROM narrow n CROSS JOIN interactions i ON i.source = n.id
    UNION
    SELECT i.id FROM narrow n CROSS JOIN interactions i ON i.target = n.id
    UNION
    SELECT i.id FROM inside p CROSS JOIN subjects s ON s.territory = p.id CROSS JOIN interactions i ON i.source = s.id
    WHERE COALESCE(:subject, :source, :target) IS NULL
    UNION
    SELECT i.id FROM inside p CROSS JOIN subjects s ON s.territory = p.id CROSS JOIN interactions i ON i.target = s.id
    WHERE COALESCE(:subject, :source, :target) IS NULL
    UNION
    SELECT i.id FROM inside p CROSS JOIN orders o ON o.territory = p.id CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN interactions i ON i.clause = c.id
    WHERE COALESCE(:subject, :source, :target) IS NULL
    UNION
    SELECT i.id FROM interactions i WHERE COALESCE(:subject, :source, :target, :territory) IS NULL
  )
SELECT
  i.id AS interaction_id, i.kind AS kind, s.id AS source_id, s.name AS source_name, r.id AS target_id,
  r.name AS target_name, t.id AS territory_id, t.name AS territory_name, i.review AS review, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  COALESCE(i.what, c.text) AS quote
FROM wanted w
JOIN interactions i ON i.id = w.id
JOIN subjects s ON s.id = i.source
JOIN subjects r ON r.id = i.target
JOIN clauses c ON c.id = i.clause
JOIN orders o ON o.id = c."order"
JOIN territories t ON t.id = o.territory
WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  AND (:kind IS NULL OR i.kind = :kind)
  AND (:subject IS NULL OR EXISTS (SELECT 1 FROM either_side e WHERE e.id IN (i.source, i.target)))
  AND (:source IS NULL OR EXISTS (SELECT 1 FROM giver g WHERE g.id = i.source))
  AND (:target IS NULL OR EXISTS (SELECT 1 FROM taker g WHERE g.id = i.target))
  AND (:territory IS NULL
    OR EXISTS (SELECT 1 FROM inside p WHERE p.id IN (o.territory, s.territory, r.territory)))
ORDER BY COALESCE(o.date, ''), o.id, c.position, c.address, i.kind, s.id, r.id, i.id
