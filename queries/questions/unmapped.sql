-- Statements by clauses in force (undated: in force) that fit no function, and those whose score or confidence is below
-- a bound and that nobody has confirmed.
WITH RECURSIVE
  -- @inside,
  doubted AS (
    SELECT a.*, o.id AS act, o.number AS number, o.date AS day, o.title AS title, o.territory AS place,
           c.address AS address, c.position AS point, c.text AS text,
           CASE WHEN a.function IS NULL THEN 'unmapped' WHEN a.score < :below THEN 'low-score' ELSE 'low-confidence' END
             AS doubt
    FROM assignments a
    CROSS JOIN clauses c ON c.id = a.clause
    CROSS JOIN orders o ON o.id = c."order"
    WHERE (a.function IS NULL OR a.status <> 'confirmed' AND (a.score < :below OR a.confidence < :below))
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND (:territory IS NULL OR o.territory IN (SELECT id FROM inside))
  )
SELECT
  a.id AS assignment_id, s.id AS subject_id, s.name AS subject_name,
  COALESCE(s.level, CASE st.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
    AS subject_level,
  t.id AS territory_id, t.name AS territory_name, f.id AS function_id, f.code AS function_code,
  f.label_ru AS function_ru, f.label_en AS function_en, a.role AS role, a.score AS score, a.confidence AS confidence,
  a.why AS why, a.status AS status, a.doubt AS doubt, a.act AS order_id, a.number AS order_number,
  a.day AS order_date, a.title AS order_title, a.clause AS clause_id, a.address AS clause,
  COALESCE(a.quote, a.text) AS quote
FROM doubted a
JOIN subjects s ON s.id = a.subject
JOIN territories st ON st.id = s.territory
JOIN territories t ON t.id = a.place
LEFT JOIN functions f ON f.id = a.function
ORDER BY a.function IS NOT NULL,
  CASE WHEN a.function IS NULL THEN 0 ELSE MIN(COALESCE(a.score, 1.0), a.confidence) END,
  COALESCE(a.day, ''), a.act, a.point, a.address, a.position, a.id
