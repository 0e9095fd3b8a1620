// How many dates of acts have been held against one another.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of
  AND (o.valid_until IS NULL OR $as_of < o.valid_until OR o.valid_until <= o.date)
WITH collect(o) AS acts
CALL {
  WITH acts
  RETURN size(acts) AS counted
  UNION ALL
  WITH acts
  UNWIND acts AS o
  MATCH (o)<-[:REFERRED_BY]-(r:LegalReference) WHERE r.date IS NOT NULL
  RETURN count(r) AS counted
  UNION ALL
  WITH acts
  UNWIND acts AS o
  MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(a:Activity)
  WHERE a.due IS NOT NULL AND coalesce(a.periodicity, 'once') = 'once' AND coalesce(a.status, '') <> 'cancelled'
  RETURN count(a) AS counted
  UNION ALL
  WITH acts
  UNWIND acts AS o
  MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(g:Agreement)
  WHERE g.deadline IS NOT NULL AND g.status IN ['required', 'planned']
  RETURN count(g) AS counted
  UNION ALL
  WITH acts
  UNWIND acts AS o
  MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(g:Agreement) WHERE g.valid_until IS NOT NULL AND g.date IS NOT NULL
  RETURN count(g) AS counted
  UNION ALL
  WITH acts
  UNWIND acts AS o
  MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(:Indicator)<-[:OBSERVES]-(b:Observation) WHERE b.kind = 'plan'
  RETURN count(b) AS counted
  UNION ALL
  WITH acts
  UNWIND acts AS o
  MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(n:Norm) WHERE n.valid_from IS NOT NULL AND n.valid_until IS NOT NULL
  RETURN count(n) AS counted
}
RETURN sum(counted) AS checked
