// What each subject of a territory and of those in it has to do by acts in force of the territory, of those above it and
// of those in it; subjects above it count what acts of the territory and of those in it give them.
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
WITH collect({id: place.id, place: place, relation: relation}) AS places
CALL {
  WITH places
  UNWIND places AS p
  WITH p.place AS place, p.relation AS relation
  MATCH (place)<-[:FOR_TERRITORY]-(o:Order)<-[:PART_OF]-(c:Clause)
  WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  CALL {
    WITH c
    MATCH (c)<-[:BY_CLAUSE]-(a:Assignment)-[:OF_FUNCTION]->(f:Function)
    MATCH (a)-[:HELD_BY]->(s:Subject)
    RETURN s, 'f' AS kind, f.id AS item, NULL AS route
    UNION ALL
    WITH c
    MATCH (c)<-[:BY_CLAUSE]-(v:Activity)-[:RESPONSIBLE]->(s:Subject)
    WHERE v.status IS NULL OR v.status <> 'cancelled'
    RETURN s, 'v' AS kind, v.id AS item, NULL AS route
    UNION ALL
    WITH c
    MATCH (c)<-[:BY_CLAUSE]-(g:Agreement)-[:HAS_PARTY]->(s:Subject)
    RETURN s, 'g' AS kind, g.id AS item, NULL AS route
    UNION ALL
    WITH c
    MATCH (c)<-[:BY_CLAUSE]-(i:Interaction)-[:FROM]->(s:Subject)
    RETURN s, 'o' AS kind, i.id AS item, NULL AS route
    UNION ALL
    WITH c
    MATCH (c)<-[:BY_CLAUSE]-(i:Interaction)-[:TO]->(s:Subject)
    RETURN s, 'i' AS kind, i.id AS item, NULL AS route
    UNION ALL
    WITH c
    MATCH (c)<-[:BY_CLAUSE]-(x:Step)-[:DONE_BY]->(s:Subject)
    MATCH (x)-[:STEP_OF]->(r:Route)
    RETURN s, 's' AS kind, x.id AS item, r.id AS route
  }
  RETURN s, collect({kind: kind, item: item, route: route, o: o, c: c, relation: relation}) AS given
}
WITH places, collect({s: s, given: given}) AS holders
CALL {
  WITH places, holders
  UNWIND holders AS h
  RETURN h.s AS s, h.given AS given
  UNION ALL
  WITH places, holders
  WITH [p IN places WHERE p.relation <> 'above' | p.id] AS inside, holders, [h IN holders | h.s] AS known
  UNWIND holders AS h
  WITH inside, known, h.s AS g, any(x IN h.given WHERE x.kind = 'f') AS gives
  MATCH (g)<-[:FILLS]-(s:Subject)-[:IN_TERRITORY]->(t:Territory)
  WHERE gives AND t.id IN inside AND NOT s IN known
  RETURN s, [] AS given
}
WITH places, holders, s, given
MATCH (s)-[:IN_TERRITORY]->(t:Territory)
WITH holders, s, given, t, [p IN places WHERE p.id = t.id | p.relation][0] AS relation
WHERE relation IS NOT NULL
WITH holders, s, t, relation, [x IN given WHERE relation <> 'above' OR x.relation <> 'above'] AS given,
  coalesce(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
WHERE $level IS NULL OR level = $level
CALL {
  WITH given
  UNWIND CASE WHEN size(given) = 0 THEN [NULL] ELSE given END AS x
  RETURN count(DISTINCT CASE x.kind WHEN 'f' THEN x.item END) AS functions,
    count(DISTINCT CASE x.kind WHEN 'v' THEN x.item END) AS activities,
    count(DISTINCT CASE x.kind WHEN 'g' THEN x.item END) AS agreements,
    count(DISTINCT CASE x.kind WHEN 'o' THEN x.item END) AS interactions_out,
    count(DISTINCT CASE x.kind WHEN 'i' THEN x.item END) AS interactions_in,
    count(DISTINCT x.route) AS routes, count(DISTINCT CASE x.kind WHEN 's' THEN x.item END) AS steps
}
CALL {
  WITH holders, s, given
  OPTIONAL MATCH (s)-[:FILLS]->(g:Subject)
  WITH given, [h IN holders WHERE h.s = g | h.given][0] AS rows
  UNWIND coalesce([x IN rows WHERE x.kind = 'f' AND NOT any(y IN given WHERE y.kind = 'f' AND y.item = x.item) | x.item],
    []) AS item
  RETURN count(DISTINCT item) AS further
}
CALL {
  WITH given
  UNWIND given AS x
  WITH DISTINCT x.o AS o, x.c AS c
  WITH o, c ORDER BY coalesce(o.date, ''), o.id, c.position, c.id
  RETURN collect({order_id: o.id, order_number: o.number, order_date: o.date, order_title: o.title, clause_id: c.id,
    clause: c.address}) AS clauses
}
WITH s, t, relation, level, functions, CASE WHEN relation = 'above' THEN 0 ELSE further END AS through, activities,
  agreements, interactions_out, interactions_in, routes, steps, clauses,
  functions + activities + agreements + interactions_out + interactions_in + steps AS total
WHERE total + through > 0
WITH collect({s: s, t: t, relation: relation, level: level, functions: functions, through: through,
  activities: activities, agreements: agreements, interactions_out: interactions_out, interactions_in: interactions_in,
  routes: routes, steps: steps, clauses: clauses, total: total}) AS rows, sum(total) AS whole
UNWIND rows AS r
WITH r, whole ORDER BY r.total DESC, r.through DESC, r.s.name, r.s.id
RETURN
  r.s.id AS subject_id, r.s.name AS subject_name, r.level AS level, r.s.generic AS generic, r.s.vacant AS vacant,
  r.t.id AS territory_id, r.t.name AS territory_name, r.relation AS relation, r.functions AS functions,
  r.through AS through, r.activities AS activities, r.agreements AS agreements,
  r.interactions_out AS interactions_out, r.interactions_in AS interactions_in, r.routes AS routes, r.steps AS steps,
  r.total AS total, whole AS whole, r.clauses AS clauses
