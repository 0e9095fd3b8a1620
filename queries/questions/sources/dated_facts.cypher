// Activities, last days of agreements and their ends, begins and ends of norms, ends of acts: by acts in force of a
// territory, of those above it and of those in it; a row for each responsible subject or party.
MATCH (here:Territory {id: $territory})
CALL {
  WITH here
  MATCH (here)-[:PART_OF*1..8]->(t:Territory)
  RETURN t AS place, 'above' AS relation
  UNION ALL
  WITH here
  MATCH chain = (here)<-[:PART_OF*0..8]-(t:Territory)
  RETURN t AS place, CASE length(chain) WHEN 0 THEN 'own' ELSE 'below' END AS relation
}
MATCH (place)<-[:FOR_TERRITORY]-(o:Order)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
CALL {
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(v:Activity)
  OPTIONAL MATCH (v)-[r:RESPONSIBLE]->(s:Subject)
  RETURN 'activity' AS kind, v.id AS id, v.title AS title, v.due AS due, v.term_text AS term,
    v.periodicity AS periodicity, v.status AS status, NULL AS comparison, NULL AS value, NULL AS unit, s,
    r.position AS position, coalesce(v.responsible_text, []) AS written, c, v.result AS words
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(g:Agreement)
  UNWIND [{kind: 'agreement-due', day: CASE WHEN g.status IN ['required', 'planned'] THEN g.deadline END},
    {kind: 'agreement-ends', day: g.valid_until}] AS d
  WITH c, g, d WHERE d.day IS NOT NULL
  OPTIONAL MATCH (g)-[m:HAS_PARTY]->(s:Subject)
  RETURN d.kind AS kind, g.id AS id, NULL AS title, d.day AS due, NULL AS term, NULL AS periodicity,
    g.status AS status, NULL AS comparison, NULL AS value, NULL AS unit, s,
    m.position AS position, [] AS written, c, g.about AS words
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(n:Norm {kind: 'plan'})
  UNWIND [{kind: 'norm-begins', day: n.valid_from}, {kind: 'norm-ends', day: n.valid_until}] AS d
  WITH c, n, d WHERE d.day IS NOT NULL
  RETURN d.kind AS kind, n.id AS id, CASE n.metric WHEN 'other' THEN NULL ELSE n.metric END AS title, d.day AS due,
    NULL AS term, NULL AS periodicity, NULL AS status,
    n.comparison AS comparison, n.value AS value, n.unit AS unit, NULL AS s, 0 AS position, [] AS written, c,
    n.about AS words
  UNION ALL
  WITH o
  WITH o WHERE o.valid_until IS NOT NULL
  RETURN 'act-ends' AS kind, o.id AS id, o.title AS title, o.valid_until AS due, NULL AS term,
    NULL AS periodicity, NULL AS status, NULL AS comparison, NULL AS value, NULL AS unit, NULL AS s, 0 AS position,
    [] AS written, NULL AS c, NULL AS words
}
WITH * ORDER BY kind, id, coalesce(position, 0), coalesce(s.id, '')
RETURN
  kind AS kind, id AS item_id, title AS title, due AS due, term AS term, periodicity AS periodicity, status AS status,
  comparison AS comparison, value AS value, unit AS unit, s.id AS party_id, s.name AS party_name, written AS written,
  place.id AS territory_id, place.name AS territory_name, relation AS relation, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, o.valid_until AS order_ends,
  c.id AS clause_id, c.address AS clause, coalesce(words, c.text) AS quote
