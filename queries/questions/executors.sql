-- Who executes and who controls by acts in force on the day: officials who sign, control or execute an act; responsible
-- and executors of activities; subjects accountable for a function; subjects that control others.
WITH RECURSIVE
  -- @inside,
  -- @self,
  act AS (
    SELECT o.* FROM orders o WHERE o.id = :order
    UNION ALL
    SELECT o.* FROM orders o WHERE :order IS NULL
  ),
  point AS MATERIALIZED (
    SELECT c.id AS id, o.title AS title, o.issued_by AS issued_by
    FROM act o CROSS JOIN clauses c ON c."order" = o.id
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND (:territory IS NULL OR o.territory IN (SELECT id FROM inside))
  ),
  duty AS (
    SELECT p.id AS clause, f.role AS duty, 'act' AS of, 0 AS of_rank, f.id AS id, p.title AS item, NULL AS item_en,
      json_array(f.name) AS written, f.post AS post, '[]' AS subjects, NULL AS quote, 0 AS position, f.review AS review
    FROM point p CROSS JOIN officials f ON f.clause = p.id
    WHERE :subject IS NULL OR p.issued_by IN (SELECT id FROM self)
    UNION ALL
    SELECT p.id, 'responsible', 'activity', 1, a.id, a.title, NULL, a.responsible_text, NULL,
      (SELECT json_group_array(json_object('id', id, 'name', name)) FROM (
        SELECT s.id AS id, s.name AS name FROM activities_responsible r JOIN subjects s ON s.id = r.target
        WHERE r.source = a.id ORDER BY r.position)), NULL, a.position, a.review
    FROM point p CROSS JOIN activities a ON a.clause = p.id
    WHERE CASE WHEN :subject IS NULL
      THEN a.responsible_text <> '[]' OR EXISTS (SELECT 1 FROM activities_responsible r WHERE r.source = a.id)
      ELSE EXISTS (SELECT 1 FROM self JOIN activities_responsible r ON r.target = self.id WHERE r.source = a.id) END
    UNION ALL
    SELECT p.id, 'executes', 'activity', 1, a.id, a.title, NULL, a.executors, NULL, '[]', NULL, a.position, a.review
    FROM point p CROSS JOIN activities a ON a.clause = p.id
    WHERE :subject IS NULL AND a.executors <> '[]'
    UNION ALL
    SELECT p.id, 'controls', 'function', 2, a.id, fn.label_ru, fn.label_en, '[]', NULL,
      json_array(json_object('id', s.id, 'name', s.name)), a.quote, a.position, a.status
    FROM point p CROSS JOIN assignments a ON a.clause = p.id JOIN subjects s ON s.id = a.subject
    LEFT JOIN functions fn ON fn.id = a.function
    WHERE a.role = 'accountable' AND (:subject IS NULL OR a.subject IN (SELECT id FROM self))
    UNION ALL
    SELECT p.id, 'controls', 'subject', 3, i.id, r.name, NULL, '[]', NULL,
      json_array(json_object('id', s.id, 'name', s.name)), i.what, 0, i.review
    FROM point p CROSS JOIN interactions i ON i.clause = p.id JOIN subjects s ON s.id = i.source
    JOIN subjects r ON r.id = i.target
    WHERE i.kind = 'controls' AND (:subject IS NULL OR i.source IN (SELECT id FROM self))
  )
SELECT
  d.duty AS duty, d.of AS of, d.id AS fact_id, d.item AS item, d.item_en AS item_en, d.written AS written,
  d.post AS post, d.subjects AS subjects, t.id AS territory_id, t.name AS territory_name, d.review AS review,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, COALESCE(d.quote, c.text) AS quote
FROM duty d
CROSS JOIN clauses c ON c.id = d.clause
JOIN orders o ON o.id = c."order"
JOIN territories t ON t.id = o.territory
WHERE :duty IS NULL OR d.duty = :duty
ORDER BY COALESCE(o.date, ''), o.id,
  CASE d.duty WHEN 'signs' THEN 0 WHEN 'controls' THEN 1 WHEN 'responsible' THEN 2 ELSE 3 END,
  d.of_rank, d.position, c.position, c.address, d.id
