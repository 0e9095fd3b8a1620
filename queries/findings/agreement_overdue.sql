-- Agreements whose last day has passed though nobody has concluded them, and those that were concluded and are no longer
-- in force, with none in their place. A row for each party.
-- An agreement concluded by the same clause with all its parties (or those that fill them) does for it.
WITH RECURSIVE
  -- @place,
  done AS (
    SELECT id, clause FROM agreements
    WHERE status = 'concluded' AND COALESCE(date, '0001-01-01') <= :as_of
      AND (valid_until IS NULL OR :as_of < valid_until)
  ),
  open AS MATERIALIZED (
    SELECT g.id AS id, g.about AS about, g.deadline AS deadline, g.clause AS clause,
           CASE WHEN g.status = 'expired' THEN 'ended'
                WHEN g.status = 'concluded' AND g.valid_until <= :as_of THEN 'ended'
                ELSE 'overdue' END AS reason,
           CASE WHEN g.status = 'concluded' AND g.valid_until <= :as_of THEN g.valid_until END AS ended
    FROM agreements g
    JOIN clauses c ON c.id = g.clause
    JOIN orders o ON o.id = c."order"
    WHERE CASE WHEN g.status = 'expired' THEN 1
               WHEN g.status = 'concluded' AND g.valid_until <= :as_of THEN 1
               WHEN g.status = 'concluded' AND (g.date IS NULL OR g.date <= :as_of) THEN 0
               ELSE COALESCE(g.deadline < :as_of, 0) END
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
  g.reason AS reason, NULL AS item, s.id AS subject_id, s.name AS subject_name, g.ended AS found,
  g.deadline AS expected,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, COALESCE(g.about, c.text) AS quote
FROM open g
JOIN clauses c ON c.id = g.clause
JOIN orders o ON o.id = c."order"
JOIN territories t ON t.id = o.territory
LEFT JOIN agreements_parties p ON p.source = g.id
LEFT JOIN subjects s ON s.id = p.target
ORDER BY t.id, COALESCE(o.date, ''), o.id, c.position, c.address, g.id, COALESCE(p.position, 0), COALESCE(s.id, '')
