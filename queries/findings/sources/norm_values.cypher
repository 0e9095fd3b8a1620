// Norms that acts in force set for their own territory on what has a name: an indicator's, else the act's own words
// where its text is loaded. Those that the program computes itself (teachers per methodist) are left to the rule of norms.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(n:Norm)-[:FOR_TERRITORY]->(t)
WHERE n.metric <> 'teachers-per-methodist' AND (n.metric <> 'other' OR n.about IS NOT NULL)
WITH *
ORDER BY t.name, o.id, n.id
RETURN
  t.id AS territory_id, t.name AS territory_name, o.id AS order_id, o.number AS order_number, o.date AS order_date,
  o.title AS order_title, c.id AS clause_id, c.address AS clause, coalesce(n.about, c.text) AS quote, n.id AS norm,
  CASE n.metric WHEN 'other' THEN n.about ELSE n.metric END AS name, n.unit AS unit, n.comparison AS op,
  n.value AS value, n.kind AS kind, n.period AS period
