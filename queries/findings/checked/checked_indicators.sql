-- How many indicators acts in force set.
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT COUNT(*) AS checked
FROM act
JOIN clauses c ON c."order" = act.id
JOIN indicators i ON i.clause = c.id
