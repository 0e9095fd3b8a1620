// Subjects of territories, with all their names and the clause that names them first; those that only an act out of
// force names are left out.
MATCH (t:Territory)<-[:IN_TERRITORY]-(s:Subject)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
OPTIONAL MATCH (s)-[:NAMED_IN]->(c:Clause)-[:PART_OF]->(o:Order)
WITH t, s, c, o
WHERE o IS NULL
  OR coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
OPTIONAL MATCH (s)-[:PART_OF]->(whole:Subject)
OPTIONAL MATCH (s)-[:FILLS]->(filled:Subject)
WITH * ORDER BY t.name, t.id, s.id
RETURN
  s.id AS subject_id, s.name AS name, s.short AS short, coalesce(s.alternative_names, []) AS others, s.level AS level,
  s.kind AS kind, s.generic AS generic, whole.id AS part_of, filled.id AS fills, t.id AS territory_id,
  t.name AS territory_name, o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  c.id AS clause_id, c.address AS clause, c.text AS quote
