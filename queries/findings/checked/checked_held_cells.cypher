// How many functions have somebody responsible, and how many somebody accountable, by level and territory of the
// subjects, by clauses in force on the day.
MATCH (a:Assignment)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(o:Order)
WHERE a.role IN ['responsible', 'accountable']
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (a)-[:OF_FUNCTION]->(f:Function)
MATCH (a)-[:HELD_BY]->(s:Subject)-[:IN_TERRITORY]->(t:Territory)
WHERE $territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) }
WITH DISTINCT f, a.role AS role, t, coalesce(
  s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
RETURN count(*) AS checked
