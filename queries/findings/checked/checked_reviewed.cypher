// Of how many facts of acts in force a person has decided something.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)<-[:ABOUT]-(d:Decision)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
RETURN count(DISTINCT d.target) AS checked
