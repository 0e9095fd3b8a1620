// Officials that acts in force name.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:NAMED_IN]-(f:Official)
WITH * ORDER BY t.name, t.id, coalesce(o.date, ''), o.id, c.position, f.id
RETURN
  f.id AS official, f.name AS name, f.post AS post, f.note AS note, t.id AS territory_id, t.name AS territory_name,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, c.text AS quote
