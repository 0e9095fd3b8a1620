// For how many functions acts in force name somebody responsible, by a statement or a row of a road map; a function
// counts once for each territory that has such an act.
MATCH (o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
MATCH (o)<-[:PART_OF]-(c:Clause)
CALL {
  WITH c
  MATCH (c)<-[:BY_CLAUSE]-(:Assignment {role: 'responsible'})-[:OF_FUNCTION]->(f:Function)
  RETURN f
  UNION
  WITH c
  MATCH (c)<-[:BY_CLAUSE]-(v:Activity)-[:OF_FUNCTION]->(f:Function)
  WHERE coalesce(v.status, '') <> 'cancelled' AND EXISTS { (v)-[:RESPONSIBLE]->(:Subject) }
  RETURN f
}
WITH DISTINCT t, f
RETURN count(*) AS checked
