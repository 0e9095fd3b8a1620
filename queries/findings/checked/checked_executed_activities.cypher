// How many activities, neither done nor cancelled, stand in acts in force that name executors.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Activity)
WHERE NOT coalesce(a.status, '') IN ['done', 'cancelled']
  AND EXISTS {
    MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(other:Activity) WHERE size(coalesce(other.executors, [])) > 0
  }
RETURN count(*) AS checked
