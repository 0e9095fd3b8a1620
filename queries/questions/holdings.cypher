// All that a subject holds by clauses in force on the day, itself or through the generic subject it fills, and on request
// what its parts hold; statements that fit no function come last.
MATCH (me:Subject {id: $subject})
CALL {
  WITH me
  RETURN me AS s, NULL AS relation
  UNION
  WITH me
  MATCH (me)-[:FILLS]->(s:Subject)
  RETURN s, 'fills' AS relation
  UNION
  WITH me
  MATCH (me)<-[:PART_OF*1..8]-(s:Subject)
  WHERE $parts AND s <> me
  RETURN s, 'part' AS relation
}
MATCH (s)<-[:HELD_BY]-(a:Assignment)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
OPTIONAL MATCH (a)-[:OF_FUNCTION]->(f:Function)-[:IN_DIRECTION]->(d:Direction)
WITH CASE WHEN relation IS NULL THEN NULL ELSE s END AS through, relation, a, c, o, f, d
ORDER BY CASE WHEN f IS NULL THEN 1 ELSE 0 END, coalesce(size(d.code), 0), coalesce(d.code, ''),
  coalesce(size(f.code), 0), coalesce(f.code, ''), coalesce(o.date, ''), o.id, c.position, c.address, a.position, a.id,
  coalesce(relation, '')
RETURN
  a.id AS assignment_id, f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru,
  f.label_en AS function_en, d.label_ru AS direction_ru, d.label_en AS direction_en, a.role AS role,
  through.id AS through_id, through.name AS through_name, relation AS through_relation, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  coalesce(a.quote, c.text) AS quote, a.confidence AS confidence, a.status AS status
