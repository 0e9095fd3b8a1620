// What subjects do by acts in force (undated: in force) without being in the structure: activities, agreements,
// interactions and steps of subjects that no assignment in force charges, those by clauses of rows of a road map left
// out; neither themselves, nor the generic subject they fill, nor, of a post, its body.
// The issuer of the act and subjects of territories above the act's own are no concern of its structure.
CALL {
  MATCH (s:Subject)<-[:HELD_BY]-(:Assignment)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)
  WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
    AND NOT EXISTS { MATCH (:Activity)-[:BY_CLAUSE]->(c) }
  RETURN collect(DISTINCT s.id) AS charged
}
MATCH (o:Order)-[:FOR_TERRITORY]->(place:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (place)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
MATCH (o)<-[:PART_OF]-(c:Clause)
CALL {
  WITH c
  MATCH (c)<-[:BY_CLAUSE]-(v:Activity)-[:RESPONSIBLE]->(s:Subject)
  RETURN 'activity' AS acting, 0 AS sort, v.id AS fact, s, v.title AS title
  UNION ALL
  WITH c
  MATCH (c)<-[:BY_CLAUSE]-(g:Agreement)-[:HAS_PARTY]->(s:Subject)
  RETURN 'agreement' AS acting, 1 AS sort, g.id AS fact, s, NULL AS title
  UNION ALL
  WITH c
  MATCH (c)<-[:BY_CLAUSE]-(i:Interaction)-[:FROM]->(s:Subject)
  RETURN 'interaction' AS acting, 2 AS sort, i.id AS fact, s, NULL AS title
  UNION ALL
  WITH c
  MATCH (c)<-[:BY_CLAUSE]-(x:Step)-[:DONE_BY]->(s:Subject)
  MATCH (x)-[:STEP_OF]->(r:Route)
  RETURN 'step' AS acting, 3 AS sort, x.id AS fact, s, r.name AS title
}
WITH charged, o, place, c, acting, sort, fact, s, title
WHERE NOT s.id IN charged AND ($acting IS NULL OR acting = $acting)
  AND NOT EXISTS { MATCH (o)-[:ISSUED_BY]->(s) }
  AND NOT EXISTS { MATCH (s)-[:FILLS]->(g:Subject) WHERE g.id IN charged }
MATCH (s)-[:IN_TERRITORY]->(t:Territory)
WHERE EXISTS { MATCH (t)-[:PART_OF*0..8]->(place) }
OPTIONAL MATCH (s)-[:PART_OF]->(b:Subject)
WITH *, coalesce(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
  AS level
WHERE NOT (s.kind = 'role' AND coalesce(b.id IN charged, false)) AND ($level IS NULL OR level = $level)
WITH * ORDER BY coalesce(o.date, ''), o.id,
  CASE level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END, s.name, s.id, sort,
  c.position, c.address, fact
RETURN
  s.id AS subject_id, s.name AS subject_name, level AS subject_level, s.kind AS subject_kind, s.generic AS generic,
  b.id AS part_of_id, b.name AS part_of_name, t.id AS territory_id, t.name AS territory_name, acting AS acting,
  fact AS fact_id, title AS title, o.id AS order_id, o.number AS order_number, o.date AS order_date,
  o.title AS order_title, c.id AS clause_id, c.address AS clause, c.text AS quote
