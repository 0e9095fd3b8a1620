-- Dates of acts that cannot be right together: an act without a day or that ends before it begins; what is due, planned
-- or to be concluded before the act was signed; an act that names a younger one; a norm or agreement that ends before it
-- begins. An act that ends before it begins was never in force, and is looked at all the same.
WITH RECURSIVE
  -- @inside,
  act AS (
    SELECT o.id, o.number, o.date, o.valid_until, o.title, t.id AS territory_id, t.name AS territory_name
    FROM orders o JOIN territories t ON t.id = o.territory
    WHERE (:territory IS NULL OR t.id IN (SELECT id FROM inside))
      AND COALESCE(o.date, '0001-01-01') <= :as_of
      AND (o.valid_until IS NULL OR :as_of < o.valid_until OR o.valid_until <= o.date)
  ),
  wrong (act, rank, key, reason, item, found, expected, clause) AS (
    SELECT id, 0, id || '.undated', 'undated', title, NULL, NULL, NULL FROM act WHERE date IS NULL
    UNION ALL
    SELECT id, 1, id || '.ends', 'act-ends', title, valid_until, date, NULL FROM act WHERE valid_until <= date
    UNION ALL
    SELECT act.id, 2, r.id, 'names-younger', TRIM(r.title || COALESCE(' № ' || r.number, '')), r.date, act.date, NULL
    FROM act JOIN legal_references r ON r."order" = act.id WHERE r.date > act.date
    UNION ALL
    SELECT act.id, 3, a.id, 'activity-before-act', a.title, a.due, act.date, c.id
    FROM act JOIN clauses c ON c."order" = act.id JOIN activities a ON a.clause = c.id
    WHERE a.due < act.date AND COALESCE(a.periodicity, 'once') = 'once' AND COALESCE(a.status, '') <> 'cancelled'
    UNION ALL
    SELECT act.id, 4, g.id, 'agreement-before-act', COALESCE(g.about, c.address), g.deadline, act.date, c.id
    FROM act JOIN clauses c ON c."order" = act.id JOIN agreements g ON g.clause = c.id
    WHERE g.deadline < act.date AND g.status IN ('required', 'planned')
    UNION ALL
    SELECT act.id, 5, g.id || '.ends', 'agreement-ends', COALESCE(g.about, c.address), g.valid_until, g.date, c.id
    FROM act JOIN clauses c ON c."order" = act.id JOIN agreements g ON g.clause = c.id
    WHERE g.valid_until <= g.date
    UNION ALL
    SELECT act.id, 6, b.id, 'plan-before-act', i.name, b.period, act.date, c.id
    FROM act JOIN clauses c ON c."order" = act.id JOIN indicators i ON i.clause = c.id
    JOIN observations b ON b.indicator = i.id
    WHERE b.kind = 'plan' AND (b.period GLOB '20[0-9][0-9]' OR b.period GLOB '20[0-9][0-9]-[0-9][0-9]')
      AND b.period < substr(act.date, 1, length(b.period))
    UNION ALL
    SELECT act.id, 7, n.id, 'norm-ends', CASE WHEN n.metric IN ('other', 'teachers-per-methodist')
      THEN COALESCE(n.about, c.address) ELSE n.metric END, n.valid_until, n.valid_from, c.id
    FROM act JOIN clauses c ON c."order" = act.id JOIN norms n ON n.clause = c.id
    WHERE n.valid_until <= n.valid_from
  )
SELECT
  w.key AS key, act.territory_id AS territory_id, act.territory_name AS territory_name, NULL AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en, w.reason AS reason,
  w.item AS item, NULL AS subject_id, NULL AS subject_name, w.found AS found, w.expected AS expected,
  act.id AS order_id, act.number AS order_number, act.date AS order_date, act.title AS order_title,
  c.id AS clause_id, c.address AS clause, c.text AS quote
FROM wrong w
JOIN act ON act.id = w.act
LEFT JOIN clauses c ON c.id = w.clause
ORDER BY act.territory_name, act.id, w.rank, COALESCE(c.position, 0), w.key
