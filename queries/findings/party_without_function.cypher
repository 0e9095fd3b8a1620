// Parties of agreements named by acts in force that hold no function by any clause in force: neither themselves, nor
// through a part of them, the generic subject they fill or one that fills them. A row for each clause.
// Judged are subjects of territories that have an act in force (or lie in one that has): of others no act could say
// anything. «Schools», «universities» in general are the other side of an agreement, no body of the system.
MATCH (s:Subject)-[:IN_TERRITORY]->(t:Territory)
WHERE NOT (s.generic AND s.kind = 'organisation') AND EXISTS { (s)<-[:HAS_PARTY]-(:Agreement) }
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND EXISTS {
    MATCH (t)-[:PART_OF*0..8]->(:Territory)<-[:FOR_TERRITORY]-(o:Order)
    WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  }
  AND NOT EXISTS {
    MATCH (s)<-[:PART_OF*0..8]-(:Subject)<-[:HELD_BY]-(:Assignment)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(o:Order)
    WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  }
  AND NOT EXISTS {
    MATCH (s)-[:FILLS]->(:Subject)<-[:PART_OF*0..8]-(:Subject)<-[:HELD_BY]-(:Assignment)-[:BY_CLAUSE]->(:Clause)
      -[:PART_OF]->(o:Order)
    WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  }
  AND NOT EXISTS {
    MATCH (s)<-[:FILLS]-(:Subject)<-[:PART_OF*0..8]-(:Subject)<-[:HELD_BY]-(:Assignment)-[:BY_CLAUSE]->(:Clause)
      -[:PART_OF]->(o:Order)
    WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  }
MATCH (s)<-[:HAS_PARTY]-(:Agreement)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
WITH DISTINCT s, t, c, o
WITH *, EXISTS {
  MATCH (s)<-[:RESPONSIBLE]-(:Activity)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order)
  WHERE coalesce(x.date, '0001-01-01') <= $as_of AND (x.valid_until IS NULL OR $as_of < x.valid_until)
} AS acts
ORDER BY t.id, s.id, coalesce(o.date, ''), o.id, c.position, c.address, c.id
RETURN
  s.id AS key, t.id AS territory_id, t.name AS territory_name, coalesce(
    s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level,
  NULL AS function_id, NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN acts THEN 'only-activities' ELSE 'nothing' END AS reason, NULL AS item, s.id AS subject_id,
  s.name AS subject_name, NULL AS found, NULL AS expected, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause, c.text AS quote
