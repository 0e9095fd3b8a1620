// How many places had to be filled: each generic subject with functions in force counts once while nobody fills it
// anywhere, else once for each municipality of its territory.
MATCH (m:Subject)-[:IN_TERRITORY]->(home:Territory)
WHERE m.generic AND NOT m.kind IN ['role', 'pair']
  AND coalesce(m.level, CASE home.kind WHEN 'municipality' THEN 'municipal' END) IN ['municipal', 'institutional']
  AND EXISTS {
    MATCH (m)<-[:HELD_BY]-(:Assignment)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(o:Order)
    WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  }
CALL {
  WITH m, home
  WITH m, home WHERE NOT EXISTS { (m)<-[:FILLS]-(:Subject) }
  RETURN home AS t
  UNION
  WITH m, home
  WITH m, home WHERE EXISTS { (m)<-[:FILLS]-(:Subject) }
  MATCH (home)<-[:PART_OF*0..8]-(t:Territory {kind: 'municipality'})
  RETURN t
}
WITH * WHERE $territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) }
RETURN count(*) AS checked
