// Every act, in force or not, with the territories it holds in (its own and those that one is part of): an act of the
// audited territory is held against acts above it as well. `inside`: of the audited territory or of one in it.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
CALL {
  WITH t
  MATCH chain = (t)-[:PART_OF*0..8]->(a:Territory)
  WITH a, length(chain) AS depth ORDER BY depth
  RETURN collect(a.id) AS above
}
WITH * ORDER BY t.name, t.id, coalesce(o.date, ''), o.id
RETURN
  o.id AS order_id, o.kind AS kind, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  o.valid_until AS valid_until, t.id AS territory_id, t.name AS territory_name, above AS above,
  $territory IS NULL OR $territory IN above AS inside,
  coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until) AS in_force
