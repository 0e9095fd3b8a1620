// How many subjects act by the acts of territories that have a structure: are responsible for activities, act towards
// others, perform steps of routes; «schools», «heads of schools» in general and those of territories above left out.
MATCH (o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND EXISTS {
    MATCH (t)<-[:FOR_TERRITORY]-(x:Order)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(:Assignment)
    WHERE coalesce(x.date, '0001-01-01') <= $as_of AND (x.valid_until IS NULL OR $as_of < x.valid_until)
      AND NOT EXISTS { (c)<-[:BY_CLAUSE]-(:Activity) }
  }
MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-()-[:RESPONSIBLE|FROM|DONE_BY]->(s:Subject)
WHERE NOT (s.generic AND s.kind IN ['organisation', 'role'])
  AND EXISTS { MATCH (s)-[:IN_TERRITORY]->(:Territory)-[:PART_OF*0..8]->(t) }
WITH DISTINCT o, s
RETURN count(*) AS checked
