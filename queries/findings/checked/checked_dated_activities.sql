-- How many activities of acts in force are to be done once by a certain day and are not cancelled.
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT COUNT(*) AS checked
FROM act
JOIN clauses c ON c."order" = act.id
JOIN activities a ON a.clause = c.id
WHERE COALESCE(a.status, '') <> 'cancelled' AND a.due IS NOT NULL
  AND COALESCE(a.periodicity, 'once') = 'once'
