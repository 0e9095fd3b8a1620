// The territory audited, or those that are part of no other one; how each is called.
MATCH (t:Territory)
WHERE (t.id = $territory OR ($territory IS NULL AND NOT EXISTS { (t)-[:PART_OF]->(:Territory) })) AND $as_of IS NOT NULL
WITH t ORDER BY t.id
RETURN t.id AS territory_id, t.name AS territory_name
