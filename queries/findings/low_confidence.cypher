// Functions of subjects, by acts in force, that the reader was less than 70 % sure of and nobody has confirmed.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Assignment)-[:HELD_BY]->(s:Subject)
MATCH (a)-[:OF_FUNCTION]->(f:Function)
WHERE a.status <> 'confirmed' AND a.confidence < 0.7
WITH *
ORDER BY t.name, o.id, a.position, a.id
RETURN
  a.id AS key, t.id AS territory_id, t.name AS territory_name, s.level AS level, f.id AS function_id,
  f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en, 'unsure-reading' AS reason,
  NULL AS item, s.id AS subject_id, s.name AS subject_name,
  toString(toInteger(round(a.confidence * 100))) + ' %' AS found, '70 %' AS expected, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  coalesce(a.quote, c.text) AS quote
