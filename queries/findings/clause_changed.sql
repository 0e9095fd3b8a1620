-- Facts of acts in force whose clause reads otherwise than when a person reviewed them; and what a person decided about
-- facts that the clause, as it reads now, does not state any more, as long as nobody has decided anew.
WITH RECURSIVE
  -- @inside,
  act AS (
    SELECT o.id, o.number, o.date, o.title, o.status, t.id AS territory_id, t.name AS territory_name
    FROM orders o JOIN territories t ON t.id = o.territory
    WHERE (:territory IS NULL OR t.id IN (SELECT id FROM inside))
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  said AS MATERIALIZED (SELECT c.id, c.address, act.id AS act FROM act JOIN clauses c ON c."order" = act.id),
  changed (act, clause, key, item, function, subject) AS (
    SELECT id, NULL, id, title, NULL, NULL FROM act WHERE status = 'changed'
    UNION ALL
    SELECT c.act, c.id, a.id, NULL, a.function, a.subject FROM said c JOIN assignments a ON a.clause = c.id
    WHERE a.status = 'changed'
    UNION ALL
    SELECT c.act, c.id, s.id, s.name, NULL, s.id FROM said c JOIN subjects s ON s.clause = c.id WHERE s.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, x.id, x.name, NULL, NULL FROM said c JOIN officials x ON x.clause = c.id WHERE x.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, x.id, x.term, NULL, NULL FROM said c JOIN terms x ON x.clause = c.id WHERE x.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, x.id, x.written, NULL, x.subject FROM said c JOIN name_variants x ON x.clause = c.id
    WHERE x.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, x.id, COALESCE(x.about, c.address), NULL, p.target FROM said c JOIN agreements x ON x.clause = c.id
    LEFT JOIN agreements_parties p ON p.source = x.id WHERE x.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, x.id, COALESCE(x.what, c.address), NULL, x.source FROM said c JOIN interactions x ON x.clause = c.id
    WHERE x.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, x.id, r.name, x.function, x.subject FROM said c JOIN steps x ON x.clause = c.id
    JOIN routes r ON r.id = x.route WHERE x.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, x.id, x.title, NULL, p.target FROM said c JOIN activities x ON x.clause = c.id
    LEFT JOIN activities_responsible p ON p.source = x.id WHERE x.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, x.id, x.name, NULL, NULL FROM said c JOIN indicators x ON x.clause = c.id WHERE x.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, b.id, x.name, NULL, NULL FROM said c JOIN indicators x ON x.clause = c.id
    JOIN observations b ON b.indicator = x.id WHERE b.review = 'changed'
    UNION ALL
    SELECT c.act, c.id, x.id, CASE WHEN x.metric IN ('other', 'teachers-per-methodist')
      THEN COALESCE(x.about, c.address) ELSE x.metric END, NULL, NULL
    FROM said c JOIN norms x ON x.clause = c.id WHERE x.review = 'changed'
  ),
  stale (act, clause, key, item) AS (
    SELECT DISTINCT act.id, c.id, d.target, COALESCE(d.address, act.title)
    FROM act JOIN decisions d ON d."order" = act.id LEFT JOIN said c ON c.act = act.id AND c.address = d.address
    WHERE d.stale = 1
      AND NOT EXISTS (SELECT 1 FROM decisions n WHERE n.target = d.target AND n.stale = 0)
      AND NOT EXISTS (SELECT 1 FROM changed x WHERE x.key = d.target AND x.act = act.id)
  ),
  fact (act, clause, key, reason, item, function, subject) AS (
    SELECT act, clause, key, 'fact-changed', item, function, subject FROM changed
    UNION ALL
    SELECT act, clause, key, 'fact-gone', item, NULL, NULL FROM stale
  )
SELECT
  x.key AS key, act.territory_id AS territory_id, act.territory_name AS territory_name, NULL AS level,
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  x.reason AS reason, x.item AS item, s.id AS subject_id, s.name AS subject_name, NULL AS found, NULL AS expected,
  act.id AS order_id, act.number AS order_number, act.date AS order_date, act.title AS order_title,
  c.id AS clause_id, c.address AS clause, c.text AS quote
FROM fact x
JOIN act ON act.id = x.act
LEFT JOIN clauses c ON c.id = x.clause
LEFT JOIN functions f ON f.id = x.function
LEFT JOIN subjects s ON s.id = x.subject
ORDER BY act.territory_name, act.id, x.key, COALESCE(c.position, 0), COALESCE(c.id, ''), COALESCE(s.name, ''),
  COALESCE(s.id, ''), COALESCE(x.item, '')
