// The references of an act to others, then those of others to it; whether the other act is in force on the day.
MATCH (me:Order {id: $order})
CALL {
  WITH me
  MATCH (me)<-[:REFERRED_BY]-(r:LegalReference)
  OPTIONAL MATCH (r)-[:REFERS_TO]->(o:Order)
  RETURN r, o, 0 AS incoming, r.number AS number, r.date AS day, r.title AS title,
    CASE r.kind WHEN 'basis' THEN 'rests-on' ELSE r.kind END AS relation
  UNION ALL
  WITH me
  MATCH (me)<-[:REFERS_TO]-(r:LegalReference)-[:REFERRED_BY]->(o:Order)
  RETURN r, o, 1 AS incoming, NULL AS number, NULL AS day, NULL AS title,
    CASE r.kind WHEN 'basis' THEN 'basis-of' WHEN 'amends' THEN 'amended-by' ELSE 'repealed-by' END AS relation
}
OPTIONAL MATCH (o)-[:FOR_TERRITORY]->(t:Territory)
WITH *, CASE r.kind WHEN 'basis' THEN 0 WHEN 'amends' THEN 1 ELSE 2 END AS rank
ORDER BY incoming, rank, coalesce(o.date, day, ''), coalesce(o.number, number, ''), r.id
RETURN
  relation AS relation, me.id AS order_id, me.number AS order_number, me.date AS order_date, me.title AS order_title,
  o.id AS other_id, coalesce(o.number, number) AS other_number, coalesce(o.date, day) AS other_date,
  coalesce(o.title, title) AS other_title, o.valid_until AS other_valid_until,
  CASE WHEN o IS NOT NULL THEN
    coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until) END AS in_force,
  t.name AS territory_name
