// Acts in force of territories of which some act in force charges somebody by a clause that is no row of a road map.
MATCH (o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND EXISTS {
    MATCH (t)<-[:FOR_TERRITORY]-(x:Order)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(:Assignment)
    WHERE coalesce(x.date, '0001-01-01') <= $as_of AND (x.valid_until IS NULL OR $as_of < x.valid_until)
      AND NOT EXISTS { (c)<-[:BY_CLAUSE]-(:Activity) }
  }
WITH o, t ORDER BY o.id
RETURN o.id AS order_id, t.id AS territory_id, t.name AS territory_name
