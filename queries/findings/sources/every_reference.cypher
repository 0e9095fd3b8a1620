// What every act repeals, amends or rests on, whether the other act is loaded or not.
MATCH (r:LegalReference)-[:REFERRED_BY]->(o:Order)
WHERE $as_of IS NOT NULL AND ($territory IS NULL OR $territory IS NOT NULL)
OPTIONAL MATCH (r)-[:REFERS_TO]->(other:Order)
WITH r, o, other ORDER BY o.id, r.kind, coalesce(r.date, ''), coalesce(r.number, ''), r.id
RETURN
  r.id AS reference, r.kind AS kind, r.title AS title, r.number AS number, r.date AS date, o.id AS order_id,
  other.id AS target
