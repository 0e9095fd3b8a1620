// Activities of acts in force, neither done nor cancelled, without a term, or whose term gives neither day nor rhythm;
// «раз в два года» is a rhythm, though the list of rhythms has no word for it.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Activity)
WHERE NOT coalesce(a.status, '') IN ['done', 'cancelled'] AND a.due IS NULL AND a.periodicity IS NULL
  AND NOT coalesce(a.term_text, '') =~ '(?s).*[Рр]аза? в .*'
OPTIONAL MATCH (a)-[:RESPONSIBLE]->(s:Subject)
WITH *
ORDER BY t.name, o.id, a.position, a.id, coalesce(s.name, ''), coalesce(s.id, '')
RETURN
  a.id AS key, t.id AS territory_id, t.name AS territory_name, NULL AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN a.term_text IS NULL THEN 'no-term' ELSE 'vague-term' END AS reason, a.title AS item, s.id AS subject_id,
  s.name AS subject_name, a.term_text AS found, NULL AS expected, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause, c.text AS quote
