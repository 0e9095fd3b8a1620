// How many subjects an act in force names, in its own territory or below; «schools», «teachers» in general left out.
MATCH (n:Subject)-[:NAMED_IN]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(ot:Territory)
WHERE NOT (n.generic AND n.kind IN ['organisation', 'role'])
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (n)-[:IN_TERRITORY]->(t:Territory)
WHERE EXISTS { (t)-[:PART_OF*0..8]->(ot) }
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
RETURN count(n) AS checked
