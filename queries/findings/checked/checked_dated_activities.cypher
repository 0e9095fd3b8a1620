// How many activities of acts in force are to be done once by a certain day and are not cancelled.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Activity)
WHERE coalesce(a.status, '') <> 'cancelled' AND a.due IS NOT NULL
  AND coalesce(a.periodicity, 'once') = 'once'
RETURN count(*) AS checked
