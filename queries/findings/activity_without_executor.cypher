// Activities, neither done nor cancelled, without executors in acts in force whose other activities have them.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Activity)
WHERE NOT coalesce(a.status, '') IN ['done', 'cancelled'] AND size(coalesce(a.executors, [])) = 0
  AND EXISTS {
    MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(other:Activity) WHERE size(coalesce(other.executors, [])) > 0
  }
OPTIONAL MATCH (a)-[:RESPONSIBLE]->(s:Subject)
WITH *
ORDER BY t.name, o.id, a.position, a.id, coalesce(s.name, ''), coalesce(s.id, '')
RETURN
  a.id AS key, t.id AS territory_id, t.name AS territory_name, NULL AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en, 'others-have' AS reason, a.title AS item,
  s.id AS subject_id, s.name AS subject_name, NULL AS found, NULL AS expected, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  c.text AS quote
