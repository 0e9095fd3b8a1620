-- The routes of acts in force on the day in which a subject (or the generic one it fills) does a step: all their steps in
-- order.
WITH
  -- @self,
  wanted (id) AS (SELECT DISTINCT st.route FROM self JOIN steps st ON st.subject = self.id)
SELECT
  r.id AS route_id, r.name AS route_name, st.id AS step_id, st.position AS position, s.id AS subject_id,
  s.name AS subject_name, EXISTS (SELECT 1 FROM self WHERE self.id = st.subject) AS own, f.id AS function_id,
  f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en, st.review AS review, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  COALESCE(st.does, c.text) AS quote
FROM wanted w
JOIN routes r ON r.id = w.id
JOIN orders act ON act.id = r."order"
JOIN steps st ON st.route = r.id
JOIN clauses c ON c.id = st.clause
JOIN orders o ON o.id = c."order"
LEFT JOIN subjects s ON s.id = st.subject
LEFT JOIN functions f ON f.id = st.function
WHERE COALESCE(act.date, '0001-01-01') <= :as_of AND (act.valid_until IS NULL OR :as_of < act.valid_until)
ORDER BY COALESCE(act.date, ''), act.id, r.name, r.id, st.position, st.id
