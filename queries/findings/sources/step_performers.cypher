// Who does the steps of routes that acts in force set: what sort of body, and whether the step's own clause makes it
// responsible for an activity.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(x:Step)-[:DONE_BY]->(s:Subject)
WITH x, s, c ORDER BY x.id
RETURN
  x.id AS step_id, s.id AS subject_id, s.kind AS kind,
  EXISTS { (c)<-[:BY_CLAUSE]-(:Activity)-[:RESPONSIBLE]->(s) } AS charged
