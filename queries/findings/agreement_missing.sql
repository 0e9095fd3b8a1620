-- Agreements that an act in force requires or plans, that nobody has concluded on the day, and whose last day has not
-- passed or was never said. A row for each party.
-- An agreement concluded by the same clause with all its parties (or those that fill them) does for it.
WITH RECURSIVE
  -- @place,
  done AS (
    SELECT id, clause FROM agreements
    WHERE status = 'concluded' AND COALESCE(date, '0001-01-01') <= :as_of
      AND (valid_until IS NULL OR :as_of < valid_until)
  ),
  open AS MATERIALIZED (
    SELECT g.id AS id, g.about AS about, g.deadline AS deadline, g.term_text AS term_text, g.clause AS clause
    FROM agreements g
    JOIN clauses c ON c.id = g.clause
    JOIN orders o ON o.id = c."order"
    WHERE (g.status IN ('required', 'planned') OR g.status = 'concluded' AND g.date > :as_of)
      AND (g.deadline IS NULL OR :as_of <= g.deadline)
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND o.territory IN (SELECT id FROM place)
      AND NOT EXISTS (
        SELECT 1 FROM done d
        WHERE d.clause = g.clause AND NOT EXISTS (
          SELECT 1 FROM agreements_parties p
          WHERE p.source = g.id AND NOT EXISTS (
            SELECT 1 FROM agreements_parties q JOIN subjects s ON s.id = q.target
            WHERE q.source = d.id AND (s.id = p.target OR s.fills = p.target))))
  )
SELECT
  g.id AS key, t.id AS territory_id, t.name AS territory_name, NULL AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN g.deadline IS NULL THEN 'no-deadline' ELSE 'in-time' END AS reason, NULL AS item,
  s.id AS subject_id, s.name AS subject_name, NULL AS found, COALESCE(g.deadline, g.term_text) AS expected,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, COALESCE(g.about, c.text) AS quote
FROM open g
JOIN clauses c ON c.id = g.clause
JOIN orders o ON o.id = c."order"
JOIN territories t ON t.id = o.territory
LEFT JOIN agreements_parties p ON p.source = g.id
LEFT JOIN subjects s ON s.id = p.target
ORDER BY t.id, COALESCE(o.date, ''), o.id, c.position, c.address, g.id, COALESCE(p.position, 0), COALESCE(s.id, '')
