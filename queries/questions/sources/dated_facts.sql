-- Activities, last days of agreements and their ends, begins and ends of norms, ends of acts: by acts in force of a
-- territory, of those above it and of those in it; a row for each responsible subject or party.
WITH RECURSIVE
  -- @up,
  -- @down,
  place (id, relation) AS MATERIALIZED (
    SELECT id, 'above' FROM up WHERE depth > 0
    UNION ALL
    SELECT id, CASE depth WHEN 0 THEN 'own' ELSE 'below' END FROM down
  ),
  act AS MATERIALIZED (
    SELECT o.id, o.number, o.date, o.title, o.valid_until, t.id AS territory, t.name AS territory_name, p.relation
    FROM place p
    CROSS JOIN orders o ON o.territory = p.id
    CROSS JOIN territories t ON t.id = p.id
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  clause AS MATERIALIZED (
    SELECT c.id, c.address, c.text, act.id AS act FROM act CROSS JOIN clauses c ON c."order" = act.id
  ),
  fact (kind, id, title, due, term, periodicity, status, comparison, value, unit, party, place, written, act, clause,
        address, quote) AS (
    SELECT 'activity', v.id, v.title, v.due, v.term_text, v.periodicity, v.status, NULL, NULL, NULL, r.target,
           r.position, v.responsible_text, c.act, c.id, c.address, COALESCE(v.result, c.text)
    FROM clause c CROSS JOIN activities v ON v.clause = c.id LEFT JOIN activities_responsible r ON r.source = v.id
    UNION ALL
    SELECT CASE d.n WHEN 0 THEN 'agreement-due' ELSE 'agreement-ends' END, g.id, NULL,
           CASE d.n WHEN 0 THEN g.deadline ELSE g.valid_until END, NULL, NULL, g.status, NULL, NULL, NULL, m.target,
           m.position, '[]', c.act, c.id, c.address, COALESCE(g.about, c.text)
    FROM clause c
    CROSS JOIN agreements g ON g.clause = c.id
    CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1) d
    LEFT JOIN agreements_parties m ON m.source = g.id
    WHERE CASE d.n WHEN 0 THEN g.status IN ('required', 'planned') AND g.deadline IS NOT NULL
      ELSE g.valid_until IS NOT NULL END
    UNION ALL
    SELECT CASE d.n WHEN 0 THEN 'norm-begins' ELSE 'norm-ends' END, n.id, NULLIF(n.metric, 'other'),
           CASE d.n WHEN 0 THEN n.valid_from ELSE n.valid_until END, NULL, NULL, NULL, n.comparison, n.value, n.unit,
           NULL, 0, '[]', c.act, c.id, c.address, COALESCE(n.about, c.text)
    FROM clause c
    CROSS JOIN norms n ON n.clause = c.id
    CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1) d
    WHERE n.kind = 'plan' AND CASE d.n WHEN 0 THEN n.valid_from ELSE n.valid_until END IS NOT NULL
    UNION ALL
    SELECT 'act-ends', act.id, act.title, act.valid_until, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, '[]', act.id,
           NULL, NULL, NULL
    FROM act WHERE act.valid_until IS NOT NULL
  )
SELECT
  f.kind AS kind, f.id AS item_id, f.title AS title, f.due AS due, f.term AS term, f.periodicity AS periodicity,
  f.status AS status, f.comparison AS comparison, f.value AS value, f.unit AS unit, s.id AS party_id,
  s.name AS party_name, f.written AS written, act.territory AS territory_id, act.territory_name AS territory_name,
  act.relation AS relation,
  act.id AS order_id, act.number AS order_number, act.date AS order_date, act.title AS order_title,
  act.valid_until AS order_ends, f.clause AS clause_id, f.address AS clause, f.quote AS quote
FROM fact f
JOIN act ON act.id = f.act
LEFT JOIN subjects s ON s.id = f.party
ORDER BY f.kind, f.id, COALESCE(f.place, 0), COALESCE(s.id, '')
