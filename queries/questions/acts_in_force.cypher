// Acts in force on the day (undated: in force) in a territory and those in it, each with the acts in force that amend it.
CALL {
  MATCH chain = (:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory)
  RETURN t, min(length(chain)) AS depth
  UNION
  MATCH (t:Territory)
  WHERE $territory IS NULL
  RETURN t, CASE t.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END AS depth
}
MATCH (o:Order)-[:FOR_TERRITORY]->(t)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
WITH t, depth, o, COLLECT {
  MATCH (o)<-[:REFERS_TO]-(r:LegalReference {kind: 'amends'})-[:REFERRED_BY]->(m:Order)
  WHERE coalesce(m.date, '0001-01-01') <= $as_of AND (m.valid_until IS NULL OR $as_of < m.valid_until)
  WITH DISTINCT m ORDER BY coalesce(m.date, ''), m.id
  RETURN {id: m.id, number: m.number, date: m.date}
} AS amended_by
ORDER BY depth, t.name, t.id, coalesce(o.date, '') DESC, o.id
RETURN
  o.id AS order_id, o.kind AS kind, o.number AS number, o.date AS date, o.valid_until AS valid_until, o.title AS title,
  o.issuer AS issuer, o.status AS status, t.id AS territory_id, t.name AS territory_name, t.kind AS territory_kind,
  amended_by AS amended_by
