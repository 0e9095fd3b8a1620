// How many parties of agreements were looked at: bodies of territories that have an act in force (or lie in one).
MATCH (s:Subject)-[:IN_TERRITORY]->(t:Territory)
WHERE NOT (s.generic AND s.kind = 'organisation')
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND EXISTS {
    MATCH (s)<-[:HAS_PARTY]-(:Agreement)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(o:Order)
    WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  }
  AND EXISTS {
    MATCH (t)-[:PART_OF*0..8]->(:Territory)<-[:FOR_TERRITORY]-(o:Order)
    WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  }
RETURN count(s) AS checked
