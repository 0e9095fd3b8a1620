// Functions that one subject alone holds at its level by acts in force of a territory and of those above it, with every
// clause that gives it the function.
MATCH (:Territory {id: $territory})-[:PART_OF*0..8]->(:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Assignment)-[:OF_FUNCTION]->(f:Function)
MATCH (a)-[:HELD_BY]->(s:Subject)-[:IN_TERRITORY]->(t:Territory)
WITH o, c, f, s,
  coalesce(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
WITH f, level, collect({o: o, c: c, s: s}) AS rows, count(DISTINCT s) AS holders
WHERE holders = 1
UNWIND rows AS row
WITH DISTINCT f, level, row.o AS o, row.c AS c, row.s AS s
ORDER BY s.id, size(f.code), f.code, f.id, coalesce(o.date, ''), o.id, c.position, c.id
RETURN
  s.id AS subject_id, s.name AS subject_name, level AS level, f.id AS function_id, f.code AS function_code,
  f.label_ru AS function_ru, f.label_en AS function_en, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause
