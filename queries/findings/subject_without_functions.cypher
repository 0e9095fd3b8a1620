// Subjects that an act in force names, in its own territory or below, and gives nothing to do: no function (itself, a part
// of it, the generic subject it fills or one that fills it), no agreement, no activity, no step, nothing towards others.
// «Schools», «teachers» in general are no bodies of the system. Those who do act without a function are found by
// party-without-function and actor-outside-structure.
MATCH (n:Subject)-[:NAMED_IN]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(ot:Territory)
WHERE NOT (n.generic AND n.kind IN ['organisation', 'role'])
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (n)-[:IN_TERRITORY]->(t:Territory)
WHERE EXISTS { (t)-[:PART_OF*0..8]->(ot) }
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
CALL {
  WITH n
  RETURN n AS s
  UNION
  WITH n
  MATCH (n)-[:FILLS]->(s:Subject)
  RETURN s
  UNION
  WITH n
  MATCH (n)<-[:FILLS]-(s:Subject)
  RETURN s
}
WITH n, t, c, o, collect(s) AS same
WHERE none(s IN same WHERE
  EXISTS {
    MATCH (s)<-[:PART_OF*0..8]-(:Subject)<-[:HELD_BY]-(:Assignment)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order)
    WHERE coalesce(x.date, '0001-01-01') <= $as_of AND (x.valid_until IS NULL OR $as_of < x.valid_until)
  }
  OR EXISTS {
    MATCH (s)<-[:HAS_PARTY|RESPONSIBLE|FROM|DONE_BY]-(fact)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order)
    WHERE coalesce(x.date, '0001-01-01') <= $as_of AND (x.valid_until IS NULL OR $as_of < x.valid_until)
  })
WITH *, EXISTS {
  MATCH (n)<-[:TO]-(:Interaction)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order)
  WHERE coalesce(x.date, '0001-01-01') <= $as_of AND (x.valid_until IS NULL OR $as_of < x.valid_until)
} AS addressed
ORDER BY t.id, n.id
RETURN
  n.id AS key, t.id AS territory_id, t.name AS territory_name, coalesce(
    n.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN addressed THEN 'only-addressed' ELSE 'only-named' END AS reason, NULL AS item, n.id AS subject_id,
  n.name AS subject_name, NULL AS found, NULL AS expected, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause, c.text AS quote
