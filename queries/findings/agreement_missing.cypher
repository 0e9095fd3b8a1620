// Agreements that an act in force requires or plans, that nobody has concluded on the day, and whose last day has not
// passed or was never said. A row for each party.
// An agreement concluded by the same clause with all its parties (or those that fill them) does for it.
MATCH (g:Agreement)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE (g.status IN ['required', 'planned'] OR g.status = 'concluded' AND g.date > $as_of)
  AND (g.deadline IS NULL OR $as_of <= g.deadline)
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND NOT EXISTS {
    MATCH (c)<-[:BY_CLAUSE]-(d:Agreement)
    WHERE d.status = 'concluded' AND coalesce(d.date, '0001-01-01') <= $as_of
      AND (d.valid_until IS NULL OR $as_of < d.valid_until)
      AND NOT EXISTS {
        MATCH (g)-[:HAS_PARTY]->(p:Subject)
        WHERE NOT EXISTS { (d)-[:HAS_PARTY]->(p) } AND NOT EXISTS { (d)-[:HAS_PARTY]->(:Subject)-[:FILLS]->(p) }
      }
  }
OPTIONAL MATCH (g)-[has:HAS_PARTY]->(s:Subject)
WITH *
ORDER BY t.id, coalesce(o.date, ''), o.id, c.position, c.address, g.id, coalesce(has.position, 0), coalesce(s.id, '')
RETURN
  g.id AS key, t.id AS territory_id, t.name AS territory_name, NULL AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN g.deadline IS NULL THEN 'no-deadline' ELSE 'in-time' END AS reason, NULL AS item,
  s.id AS subject_id, s.name AS subject_name, NULL AS found, coalesce(g.deadline, g.term_text) AS expected,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, coalesce(g.about, c.text) AS quote
