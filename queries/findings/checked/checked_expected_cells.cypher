// How many cells of function and level the catalogue expects in the territories that have acts: from the level of the
// territory down, as in `coverage`.
MATCH (t:Territory)
WHERE EXISTS { (t)<-[:FOR_TERRITORY]-(:Order) } AND $as_of IS NOT NULL
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
WITH CASE t.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END AS here_rank
MATCH (f:Function)
UNWIND coalesce(f.expected_levels, []) AS level
WITH here_rank, f, level
WHERE CASE level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END >= here_rank
RETURN count(*) AS checked
