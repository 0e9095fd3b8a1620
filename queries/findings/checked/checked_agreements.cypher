// How many agreements the acts in force on the day name, of any status.
MATCH (g:Agreement)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
RETURN count(g) AS checked
