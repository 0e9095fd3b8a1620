// Indicators of acts in force for which no value is planned for any period.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(i:Indicator)
WHERE NOT EXISTS { MATCH (i)<-[:OBSERVES]-(b:Observation) WHERE b.kind = 'plan' AND b.value IS NOT NULL }
WITH *
ORDER BY t.name, o.id, i.position, i.id
RETURN
  i.id AS key, t.id AS territory_id, t.name AS territory_name, NULL AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN EXISTS {
    MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(:Indicator)<-[:OBSERVES]-(ob:Observation)
    WHERE ob.kind = 'plan' AND ob.value IS NOT NULL
  } THEN 'others-have' ELSE 'none-in-act' END AS reason,
  i.name AS item, NULL AS subject_id, NULL AS subject_name, NULL AS found, NULL AS expected, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  c.text AS quote
