// How many functions acts in force give to subjects.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(a:Assignment)-[:OF_FUNCTION]->(:Function)
RETURN count(*) AS checked
