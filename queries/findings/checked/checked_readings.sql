-- How many functions acts in force give to subjects.
WITH RECURSIVE
  -- @inside,
  -- @act
SELECT COUNT(*) AS checked
FROM act
JOIN clauses c ON c."order" = act.id
JOIN assignments a ON a.clause = c.id
WHERE a.function IS NOT NULL
