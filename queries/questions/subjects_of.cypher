// The subjects of a territory, of those above it (municipal and institutional ones only when generic) and of those below
// when an act of the territory names them, with the number of assignments by clauses in force on the day.
MATCH (here:Territory {id: $territory})
WITH here, CASE here.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END AS here_rank
CALL {
  WITH here
  MATCH chain = (here)-[:PART_OF*0..8]->(t:Territory)
  RETURN collect({id: t.id, relation: CASE length(chain) WHEN 0 THEN 'own' ELSE 'above' END}) AS up
}
CALL {
  WITH here
  MATCH (here)<-[:PART_OF*1..8]-(t:Territory)
  RETURN collect({id: t.id, relation: 'below'}) AS down
}
WITH here_rank, [t IN up | t.id] AS up_ids, up + down AS places
UNWIND places AS p
MATCH (t:Territory {id: p.id})<-[:IN_TERRITORY]-(s:Subject)
WITH here_rank, up_ids, p, t, s,
  coalesce(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
WITH here_rank, up_ids, p, t, s, level,
  CASE level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END AS rank
WHERE p.relation = 'own'
  OR p.relation = 'above' AND (s.generic OR rank < here_rank)
  OR p.relation = 'below' AND EXISTS {
    MATCH (s)-[:NAMED_IN]->(:Clause)-[:PART_OF]->(:Order)-[:FOR_TERRITORY]->(x:Territory) WHERE x.id IN up_ids }
CALL {
  WITH s
  OPTIONAL MATCH (s)<-[:HELD_BY]-(a:Assignment)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(o:Order)
  WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  OPTIONAL MATCH (a)-[:OF_FUNCTION]->(f:Function)
  RETURN count(a) AS assignments, count(DISTINCT f) AS functions,
    count(CASE WHEN a IS NOT NULL AND f IS NULL THEN 1 END) AS unmapped
}
WITH * ORDER BY rank, s.generic, assignments DESC, s.name, s.id
RETURN
  s.id AS subject_id, s.name AS name, s.short AS short, level AS level, s.kind AS kind, s.generic AS generic,
  s.vacant AS vacant, s.invented AS invented, head([(s)-[:PART_OF]->(x:Subject) | x.id]) AS part_of,
  head([(s)-[:FILLS]->(x:Subject) | x.id]) AS fills, t.id AS territory_id, t.name AS territory_name,
  p.relation AS relation, assignments AS assignments, functions AS functions, unmapped AS unmapped
