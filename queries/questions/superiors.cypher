// Who stands directly above a subject on the day: the body it is a part of (by the clause that names the part first), the
// generic subject it fills, who controls it, and to whom it reports.
CALL {
  MATCH (:Territory {id: $territory})-[:PART_OF*0..8]->(t:Territory) RETURN collect(t.id) AS above
}
CALL {
  MATCH (:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory) RETURN collect(t.id) AS beneath
}
MATCH (s:Subject)-[:IN_TERRITORY]->(t:Territory)
WHERE ($subject IS NULL OR s.id = $subject) AND ($territory IS NULL OR t.id IN above OR t.id IN beneath)
CALL {
  WITH s
  MATCH (s)-[:PART_OF]->(u:Subject)
  OPTIONAL MATCH (s)-[:NAMED_IN]->(c:Clause)
  RETURN 'part-of' AS relation, 0 AS rank, u, s.id AS fact, c, NULL AS said
  UNION ALL
  WITH s
  MATCH (s)-[:FILLS]->(u:Subject)
  RETURN 'fills' AS relation, 1 AS rank, u, s.id AS fact, NULL AS c, NULL AS said
  UNION ALL
  WITH s
  MATCH (s)<-[:TO]-(i:Interaction {kind: 'controls'})-[:FROM]->(u:Subject)
  MATCH (i)-[:BY_CLAUSE]->(c:Clause)
  RETURN 'controlled-by' AS relation, 2 AS rank, u, i.id AS fact, c, i.what AS said
  UNION ALL
  WITH s
  MATCH (s)<-[:FROM]-(i:Interaction {kind: 'reports'})-[:TO]->(u:Subject)
  MATCH (i)-[:BY_CLAUSE]->(c:Clause)
  RETURN 'reports-to' AS relation, 3 AS rank, u, i.id AS fact, c, i.what AS said
}
OPTIONAL MATCH (c)-[:PART_OF]->(o:Order)
WITH * WHERE s <> u AND (o IS NULL
  OR coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until))
ORDER BY s.id, rank, coalesce(o.date, ''), coalesce(o.id, ''), coalesce(c.position, 0), coalesce(c.address, ''), u.id,
  fact
RETURN
  s.id AS subject_id, s.name AS subject_name, relation AS relation, u.id AS superior_id, u.name AS superior_name,
  fact AS fact_id, o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  c.id AS clause_id, c.address AS clause, coalesce(said, c.text) AS quote
