// Agreements of acts in force on the day with their parties.
MATCH (g:Agreement)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
OPTIONAL MATCH (g)-[p:HAS_PARTY]->(s:Subject)
OPTIONAL MATCH (s)-[:FILLS]->(filled:Subject)
OPTIONAL MATCH (s)-[:PART_OF]->(whole:Subject)
WITH *
ORDER BY t.id, coalesce(o.date, ''), o.id, c.position, c.address, g.id, coalesce(p.position, 0), coalesce(s.id, '')
RETURN
  g.id AS agreement_id, t.id AS territory_id, t.name AS territory_name, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  coalesce(g.about, c.text) AS quote, s.id AS party_id, s.name AS party_name, coalesce(s.generic, false) AS party_generic,
  filled.id AS party_fills, whole.id AS party_part_of
