-- Generic subjects of the municipal level or below that hold functions by clauses in force while no working organisation
-- fills them: nowhere, or in this municipality though in others somebody does. A row for each clause.
-- Roles and pairs are people, whom no register of organisations lists. One that works for the whole territory of the
-- generic subject works for each municipality in it.
WITH RECURSIVE
  -- @place,
  bare AS (
    SELECT s.id AS id, s.name AS name, s.territory AS home, s.level AS level
    FROM (
      SELECT s.id, s.name, s.territory, COALESCE(
        s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
      FROM subjects s JOIN territories t ON t.id = s.territory
      WHERE s.generic AND s.kind NOT IN ('role', 'pair')
    ) s
    WHERE s.level IN ('municipal', 'institutional')
  ),
  duty AS MATERIALIZED (
    SELECT DISTINCT b.id AS subject, a.clause AS clause
    FROM bare b
    JOIN assignments a ON a.subject = b.id
    JOIN clauses c ON c.id = a.clause
    JOIN orders o ON o.id = c."order"
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  meant AS MATERIALIZED (
    SELECT b.*, EXISTS (SELECT 1 FROM subjects f WHERE f.fills = b.id) AS filled
    FROM bare b WHERE b.id IN (SELECT subject FROM duty)
  ),
  inside (home, id, depth) AS (
    SELECT DISTINCT home, home, 0 FROM meant WHERE filled
    UNION ALL
    SELECT i.home, t.id, i.depth + 1 FROM inside i JOIN territories t ON t.part_of = i.id WHERE i.depth < 8
  ),
  gap AS (
    SELECT m.id AS subject, m.home AS territory, 'none-anywhere' AS reason FROM meant m WHERE NOT m.filled
    UNION
    SELECT m.id, i.id, CASE WHEN EXISTS (SELECT 1 FROM subjects f WHERE f.fills = m.id AND f.territory IN (i.id, m.home))
                            THEN 'vacant' ELSE 'none-here' END
    FROM meant m
    JOIN inside i ON i.home = m.home
    JOIN territories t ON t.id = i.id AND t.kind = 'municipality'
    WHERE m.filled
      AND NOT EXISTS (
        SELECT 1 FROM subjects f WHERE f.fills = m.id AND NOT f.vacant AND f.territory IN (i.id, m.home))
  )
SELECT
  m.id || '|' || t.id AS key, t.id AS territory_id, t.name AS territory_name, m.level AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en, g.reason AS reason, NULL AS item,
  m.id AS subject_id, m.name AS subject_name, NULL AS found, NULL AS expected, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  c.text AS quote
FROM gap g
JOIN meant m ON m.id = g.subject
JOIN territories t ON t.id = g.territory
JOIN duty d ON d.subject = m.id
JOIN clauses c ON c.id = d.clause
JOIN orders o ON o.id = c."order"
WHERE t.id IN (SELECT id FROM place)
ORDER BY t.id, m.id, COALESCE(o.date, ''), o.id, c.position, c.address, c.id
