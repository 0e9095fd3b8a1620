-- How many activities, neither done nor cancelled, stand in acts in force that name executors.
WITH RECURSIVE
  -- @inside,
  -- @act,
  named (id) AS (
    SELECT DISTINCT act.id FROM act JOIN clauses t ON t."order" = act.id JOIN activities x ON x.clause = t.id
    WHERE x.executors <> '[]'
  )
SELECT COUNT(*) AS checked
FROM named
JOIN act ON act.id = named.id
JOIN clauses c ON c."order" = act.id
JOIN activities a ON a.clause = c.id
WHERE COALESCE(a.status, '') NOT IN ('done', 'cancelled')
