// Facts of acts in force whose clause reads otherwise than when a person reviewed them; and what a person decided about
// facts that the clause, as it reads now, does not state any more, as long as nobody has decided anew.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
CALL {
  WITH o
  WITH o WHERE o.status = 'changed'
  RETURN NULL AS c, o.id AS key, 'fact-changed' AS reason, o.title AS item, NULL AS f, NULL AS s
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Assignment {status: 'changed'})-[:HELD_BY]->(s:Subject)
  OPTIONAL MATCH (a)-[:OF_FUNCTION]->(f:Function)
  RETURN c, a.id AS key, 'fact-changed' AS reason, NULL AS item, f, s
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:NAMED_IN]-(x:Subject|Official|Term|NameVariant {review: 'changed'})
  OPTIONAL MATCH (x)-[:VARIANT_OF]->(v:Subject)
  RETURN c, x.id AS key, 'fact-changed' AS reason, coalesce(x.name, x.term, x.written) AS item, NULL AS f,
    CASE WHEN x:Subject THEN x ELSE v END AS s
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(x:Agreement|Interaction|Activity {review: 'changed'})
  OPTIONAL MATCH (x)-[:HAS_PARTY|FROM|RESPONSIBLE]->(s:Subject)
  RETURN c, x.id AS key, 'fact-changed' AS reason, coalesce(x.title, x.about, x.what, c.address) AS item, NULL AS f, s
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(x:Step {review: 'changed'})-[:STEP_OF]->(r:Route)
  OPTIONAL MATCH (x)-[:OF_FUNCTION]->(f:Function)
  OPTIONAL MATCH (x)-[:DONE_BY]->(s:Subject)
  RETURN c, x.id AS key, 'fact-changed' AS reason, r.name AS item, f, s
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(i:Indicator)<-[:OBSERVES*0..1]-(x {review: 'changed'})
  RETURN c, x.id AS key, 'fact-changed' AS reason, i.name AS item, NULL AS f, NULL AS s
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(x:Norm {review: 'changed'})
  RETURN c, x.id AS key, 'fact-changed' AS reason, CASE WHEN x.metric IN ['other', 'teachers-per-methodist']
    THEN coalesce(x.about, c.address) ELSE x.metric END AS item, NULL AS f, NULL AS s
  UNION ALL
  WITH o
  MATCH (o)<-[:ABOUT]-(d:Decision {stale: true})
  WHERE NOT EXISTS { MATCH (n:Decision {target: d.target}) WHERE NOT n.stale }
    AND NOT EXISTS {
      MATCH (o)<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE|NAMED_IN]-()<-[:OBSERVES*0..1]-(x {id: d.target})
      WHERE x.review = 'changed' OR x.status = 'changed'
    }
    AND NOT (o.id = d.target AND o.status = 'changed')
  OPTIONAL MATCH (o)<-[:PART_OF]-(c:Clause {address: d.address})
  WITH DISTINCT c, d.target AS key, coalesce(d.address, o.title) AS item
  RETURN c, key, 'fact-gone' AS reason, item, NULL AS f, NULL AS s
}
WITH *
ORDER BY t.name, o.id, key, coalesce(c.position, 0), coalesce(c.id, ''), coalesce(s.name, ''), coalesce(s.id, ''),
  coalesce(item, '')
RETURN
  key AS key, t.id AS territory_id, t.name AS territory_name, NULL AS level, f.id AS function_id,
  f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en, reason AS reason, item AS item,
  s.id AS subject_id, s.name AS subject_name, NULL AS found, NULL AS expected, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  c.text AS quote
