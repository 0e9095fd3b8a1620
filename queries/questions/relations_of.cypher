// Interactions and agreements that acts of a territory or of those above set, in force on the day.
MATCH (:Territory {id: $territory})-[:PART_OF*0..8]->(:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)
CALL {
  WITH c
  MATCH (i:Interaction)-[:BY_CLAUSE]->(c)
  MATCH (s:Subject)<-[:FROM]-(i)-[:TO]->(t:Subject)
  RETURN 'interaction' AS kind, i.id AS id, s.id AS source, t.id AS target, i.kind AS detail
  UNION ALL
  WITH c
  MATCH (g:Agreement)-[:BY_CLAUSE]->(c)
  MATCH (g)-[p:HAS_PARTY]->(s:Subject)
  WITH g, p, s ORDER BY p.position
  WITH g, collect(s.id) AS parties
  UNWIND tail(parties) AS target
  RETURN 'agreement' AS kind, g.id AS id, head(parties) AS source, target AS target, g.status AS detail
}
WITH * ORDER BY kind, id, source, target
RETURN kind AS kind, id AS relation_id, source AS source, target AS target, detail AS detail, o.id AS order_id,
  c.address AS clause
