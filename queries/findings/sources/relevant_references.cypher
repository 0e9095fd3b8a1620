// What acts of the audited territory, of those in it and of those above it repeal, amend or rest on, whether the other
// act is loaded or not.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)<-[:REFERRED_BY]-(r:LegalReference)
WHERE $as_of IS NOT NULL AND ($territory IS NULL
  OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) }
  OR EXISTS { (t)<-[:PART_OF*1..8]-(:Territory {id: $territory}) })
OPTIONAL MATCH (r)-[:REFERS_TO]->(other:Order)
WITH r, o, other ORDER BY o.id, r.kind, coalesce(r.date, ''), coalesce(r.number, ''), r.id
RETURN
  r.id AS reference, r.kind AS kind, r.title AS title, r.number AS number, r.date AS date, o.id AS order_id,
  other.id AS target
