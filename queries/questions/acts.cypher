// The orders of a territory and of those above it, and whether each is in force on the day (undated: in force).
MATCH chain = (:Territory {id: $territory})-[:PART_OF*0..8]->(t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WITH t, o, length(chain) - 1 AS depth
ORDER BY depth, coalesce(o.date, '') DESC, o.id
RETURN
  o.id AS order_id, o.kind AS kind, o.number AS number, o.date AS date, o.valid_until AS valid_until, o.title AS title,
  coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until) AS in_force,
  CASE depth WHEN 0 THEN 'own' ELSE 'above' END AS relation,
  t.id AS territory_id, t.name AS territory_name, t.kind AS territory_kind
