-- How many activities of acts in force are neither done nor cancelled.
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT COUNT(*) AS checked
FROM act
JOIN clauses c ON c."order" = act.id
JOIN activities a ON a.clause = c.id
WHERE COALESCE(a.status, '') NOT IN ('done', 'cancelled')
