// All bounds and reached values of teachers per regional methodist, of a territory and those above, in order of time.
MATCH chain = (:Territory {id: $territory})-[:PART_OF*0..8]->(t:Territory)
MATCH (t)<-[:FOR_TERRITORY]-(n:Norm {metric: 'teachers-per-methodist'})-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)
WITH t, n, c, o, length(chain) AS depth
ORDER BY coalesce(n.valid_from, ''), coalesce(n.valid_until, '9999-12-31'), n.kind, depth, n.value, n.id
RETURN
  n.id AS norm_id, n.kind AS kind, n.comparison AS comparison, n.value AS value, n.unit AS unit, n.period AS period,
  n.valid_from AS valid_from, n.valid_until AS valid_until,
  n.kind = 'plan' AND coalesce(n.valid_from, '0001-01-01') <= $as_of
    AND (n.valid_until IS NULL OR $as_of < n.valid_until)
    AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until) AS in_force,
  t.id AS territory_id, t.name AS territory_name, o.id AS order_id, o.number AS order_number, o.date AS order_date,
  o.title AS order_title, c.id AS clause_id, c.address AS clause
