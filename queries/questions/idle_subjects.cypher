// Subjects whose first naming is a clause of an act in force (undated: in force) and that hold no function by acts in
// force, neither themselves nor through the generic subject they fill; what they have instead.
MATCH (any_act:Order)
WHERE coalesce(any_act.date, '0001-01-01') <= $as_of AND (any_act.valid_until IS NULL OR $as_of < any_act.valid_until)
WITH collect(any_act) AS acts
UNWIND acts AS o
MATCH (o)-[:FOR_TERRITORY]->(place:Territory)
WHERE $territory IS NULL OR EXISTS { MATCH (place)-[:PART_OF*0..8]->(:Territory {id: $territory}) }
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:NAMED_IN]-(s:Subject)-[:IN_TERRITORY]->(t:Territory)
WITH acts, o, c, s, t,
  coalesce(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
WHERE ($level IS NULL OR level = $level)
  AND NOT EXISTS {
    MATCH (s)<-[:HELD_BY]-(a:Assignment)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order)
    WHERE x IN acts AND EXISTS { MATCH (a)-[:OF_FUNCTION]->(:Function) } }
  AND NOT EXISTS {
    MATCH (s)-[:FILLS]->(:Subject)<-[:HELD_BY]-(a:Assignment)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order)
    WHERE x IN acts AND EXISTS { MATCH (a)-[:OF_FUNCTION]->(:Function) } }
WITH acts, o, c, s, t, level,
  COUNT { MATCH (s)<-[:HELD_BY]-(:Assignment)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order) WHERE x IN acts } AS unmapped,
  COUNT { MATCH (s)<-[:HAS_PARTY]-(:Agreement)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order) WHERE x IN acts }
    AS agreements,
  COUNT { MATCH (s)<-[:FROM]-(:Interaction)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order) WHERE x IN acts }
    AS acts_towards,
  COUNT { MATCH (s)<-[:TO]-(:Interaction)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order) WHERE x IN acts } AS acted_upon,
  COUNT { MATCH (s)<-[:RESPONSIBLE]-(:Activity)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order) WHERE x IN acts }
    AS activities,
  COUNT { MATCH (s)<-[:DONE_BY]-(:Step)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order) WHERE x IN acts } AS steps,
  COUNT { MATCH (s)<-[:PART_OF]-(part:Subject) WHERE EXISTS {
    MATCH (part)<-[:HELD_BY]-(a:Assignment)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(x:Order)
    WHERE x IN acts AND EXISTS { MATCH (a)-[:OF_FUNCTION]->(:Function) } } } AS parts
ORDER BY coalesce(o.date, ''), o.id,
  CASE level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END, c.position, c.address,
  s.name, s.id
RETURN
  s.id AS subject_id, s.name AS subject_name, level AS subject_level, s.kind AS subject_kind, s.generic AS generic,
  t.id AS territory_id, t.name AS territory_name, unmapped AS unmapped, agreements AS agreements,
  acts_towards AS acts_towards, acted_upon AS acted_upon, activities AS activities, steps AS steps, parts AS parts,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, c.text AS quote
