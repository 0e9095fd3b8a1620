// Territories of the scope with an act of their own; acts of any day: the day decides why a function is nobody's, not
// whether the territory is looked at.
MATCH (t:Territory)
WHERE EXISTS { (t)<-[:FOR_TERRITORY]-(:Order) } AND $as_of IS NOT NULL
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
WITH t ORDER BY t.id
RETURN t.id AS territory_id, t.name AS territory_name
