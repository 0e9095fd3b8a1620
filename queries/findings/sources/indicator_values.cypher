// Indicators that acts in force set, with each value reached or planned; one row without a value where there is none.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(i:Indicator)
OPTIONAL MATCH (b:Observation)-[:OBSERVES]->(i)
WITH *
ORDER BY t.name, o.id, i.position, i.id, coalesce(b.id, '')
RETURN
  t.id AS territory_id, t.name AS territory_name, o.id AS order_id, o.number AS order_number, o.date AS order_date,
  o.title AS order_title, c.id AS clause_id, c.address AS clause, c.text AS quote, i.id AS indicator, i.name AS name,
  i.unit AS unit, i.target_op AS target_op, i.target_value AS target_value, i.target_period AS target_period,
  b.period AS period, b.kind AS kind, b.value AS value
