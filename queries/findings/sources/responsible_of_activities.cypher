// Activities of acts in force that name an agreement, with each subject responsible; those without any are left out.
MATCH (o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND EXISTS { (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(:Agreement) }
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(v:Activity)-[r:RESPONSIBLE]->(s:Subject)
OPTIONAL MATCH (s)-[:FILLS]->(filled:Subject)
OPTIONAL MATCH (s)-[:PART_OF]->(whole:Subject)
WITH * ORDER BY o.id, v.position, v.id, r.position, s.id
RETURN
  v.id AS activity_id, v.title AS title, o.id AS order_id, o.number AS order_number, o.date AS order_date,
  o.title AS order_title, c.id AS clause_id, c.address AS clause, coalesce(v.result, c.text) AS quote,
  s.id AS subject_id, s.name AS subject_name, filled.id AS subject_fills, whole.id AS subject_part_of
