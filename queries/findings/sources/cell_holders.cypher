// Whom acts of a territory and of those above it name for each function and level; subjects as in `coverage`: its own,
// those above by territory and level, generic ones above, and those below that an act of the territory names.
MATCH (here:Territory {id: $territory})
WITH here, CASE here.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END AS here_rank
MATCH (here)-[:PART_OF*0..8]->(up:Territory)
WITH here, here_rank, collect(DISTINCT up) AS above
UNWIND above AS ot
MATCH (ot)<-[:FOR_TERRITORY]-(o:Order)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Assignment)-[:OF_FUNCTION]->(f:Function)
MATCH (a)-[:HELD_BY]->(s:Subject)-[:IN_TERRITORY]->(st:Territory)
WITH here, here_rank, above, o, c, a, f, s, st, coalesce(
  s.level, CASE st.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
WITH *, CASE level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END AS rank
WHERE st IN above AND (s.generic OR rank < here_rank) OR EXISTS { MATCH (st)-[:PART_OF*0..8]->(here) }
WITH * ORDER BY f.id, rank, coalesce(o.date, ''), o.id, c.position, c.address, c.id, a.position, s.id, a.id
RETURN
  f.id AS function_id, level AS level, s.id AS subject_id, s.name AS subject_name,
  coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until) AS in_force,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, coalesce(a.quote, c.text) AS quote
