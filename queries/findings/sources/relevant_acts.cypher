// Acts, in force or not, of the audited territory, of those in it and of those above it, for an act is held against those
// above it as well. `above`: its territory and those that one is part of. `inside`: of the audited one or in it.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE $territory IS NULL
  OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) }
  OR EXISTS { (t)<-[:PART_OF*1..8]-(:Territory {id: $territory}) }
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
