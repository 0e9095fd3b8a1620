-- How many activities, neither done nor cancelled, stand in acts in force whose text is loaded.
WITH RECURSIVE
  -- @inside,
  -- @act,
  told (id, results) AS (
    SELECT act.id, MAX(x.result IS NOT NULL)
    FROM act JOIN clauses t ON t."order" = act.id LEFT JOIN activities x ON x.clause = t.id
    GROUP BY act.id
    HAVING MAX(x.result IS NOT NULL) OR MAX(t.text IS NOT NULL)
  )
SELECT COUNT(*) AS checked
FROM told
JOIN act ON act.id = told.id
JOIN clauses c ON c."order" = act.id
JOIN activities a ON a.clause = c.id
WHERE COALESCE(a.status, '') NOT IN ('done', 'cancelled')
