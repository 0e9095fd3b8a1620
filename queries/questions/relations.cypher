// Relations between two subjects that acts in force of a territory, of those above it and, on request, of those in it
// set. What a subject is part of or fills holds by the clause that names it; without one, by the register of its
// territory.
CALL {
  MATCH (t:Territory) WHERE $territory IS NULL
  RETURN t AS place
  UNION
  MATCH (:Territory {id: $territory})-[:PART_OF*1..8]->(t:Territory)
  RETURN t AS place
  UNION
  MATCH chain = (:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory) WHERE $below OR length(chain) = 0
  RETURN t AS place
}
WITH collect(place) AS places
CALL {
  WITH places
  UNWIND places AS place
  MATCH (place)<-[:IN_TERRITORY]-(s:Subject)-[link:PART_OF|FILLS]->(t:Subject)
  WHERE s <> t AND NOT EXISTS { (s)-[:NAMED_IN]->(:Clause) }
  RETURN CASE type(link) WHEN 'FILLS' THEN 'fills' ELSE 'part-of' END AS kind, s.id AS id, s, t, NULL AS detail,
    NULL AS about_id, NULL AS about, NULL AS words, NULL AS c, NULL AS o
  UNION ALL
  WITH places
  UNWIND places AS place
  MATCH (place)<-[:FOR_TERRITORY]-(o:Order)<-[:PART_OF]-(c:Clause)<-[:NAMED_IN]-(s:Subject)
  MATCH (s)-[link:PART_OF|FILLS]->(t:Subject)
  WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until) AND s <> t
  RETURN CASE type(link) WHEN 'FILLS' THEN 'fills' ELSE 'part-of' END AS kind, s.id AS id, s, t, NULL AS detail,
    NULL AS about_id, NULL AS about, NULL AS words, c, o
  UNION ALL
  WITH places
  UNWIND places AS place
  MATCH (place)<-[:FOR_TERRITORY]-(o:Order)<-[:PART_OF]-(c:Clause)
  WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  CALL {
    WITH c
    MATCH (c)<-[:BY_CLAUSE]-(i:Interaction)-[:FROM]->(s:Subject)
    MATCH (i)-[:TO]->(t:Subject)
    WHERE s <> t
    RETURN 'interaction' AS kind, i.id AS id, s, t, i.kind AS detail, NULL AS about_id, NULL AS about, i.what AS words
    UNION ALL
    WITH c
    MATCH (c)<-[:BY_CLAUSE]-(g:Agreement)-[m:HAS_PARTY]->(s:Subject)
    MATCH (g)-[n:HAS_PARTY]->(t:Subject)
    WHERE n.position > m.position
    RETURN 'agreement' AS kind, g.id AS id, s, t,
      CASE WHEN g.valid_until <= $as_of OR g.status = 'expired' AND g.valid_until IS NULL THEN 'expired'
        WHEN g.status IN ['concluded', 'expired'] AND g.date > $as_of THEN 'planned'
        WHEN g.status = 'expired' THEN 'concluded' ELSE g.status END AS detail,
      NULL AS about_id, NULL AS about, g.about AS words
    UNION ALL
    WITH c
    MATCH (c)<-[:BY_CLAUSE]-(v:Activity)-[m:RESPONSIBLE]->(s:Subject)
    MATCH (v)-[n:RESPONSIBLE]->(t:Subject)
    WHERE n.position > m.position AND (v.status IS NULL OR v.status <> 'cancelled')
    RETURN 'activity' AS kind, v.id AS id, s, t, NULL AS detail, v.id AS about_id, v.title AS about, NULL AS words
  }
  RETURN kind, id, s, t, detail, about_id, about, words, c, o
  UNION ALL
  WITH places
  UNWIND places AS place
  MATCH (place)<-[:FOR_TERRITORY]-(o:Order)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(x:Step)-[:STEP_OF]->(r:Route)
  WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  OPTIONAL MATCH (x)-[:DONE_BY]->(t:Subject)
  WITH r, x, t, c, o ORDER BY x.position, x.id
  WITH r, collect({x: x, t: t, c: c, o: o}) AS steps
  UNWIND range(1, size(steps) - 1) AS n
  WITH r, steps[n] AS step, steps[n - 1].t AS s
  WITH r, step.x AS x, s, step.t AS t, step.c AS c, step.o AS o
  WHERE s <> t
  RETURN 'route' AS kind, x.id AS id, s, t, NULL AS detail, r.id AS about_id, r.name AS about, x.does AS words, c, o
}
WITH * ORDER BY kind, id, s.id, t.id
RETURN
  kind AS kind, id AS relation_id, s.id AS source_id, s.name AS source_name, t.id AS target_id, t.name AS target_name,
  detail AS detail, about_id AS about_id, about AS about, o.id AS order_id, o.number AS order_number, o.date AS order_date,
  o.title AS order_title, c.id AS clause_id, c.address AS clause, coalesce(words, c.text) AS quote
