// The routes of acts in force on the day in which a subject (or the generic one it fills) does a step: all their steps in
// order.
CALL { MATCH (:Subject {id: $subject})-[:FILLS*0..1]->(s:Subject) RETURN collect(s.id) AS self }
CALL {
  WITH self
  UNWIND self AS id
  MATCH (:Subject {id: id})<-[:DONE_BY]-(:Step)-[:STEP_OF]->(r:Route)
  RETURN DISTINCT r
}
MATCH (r)-[:SET_BY]->(act:Order)
WHERE coalesce(act.date, '0001-01-01') <= $as_of AND (act.valid_until IS NULL OR $as_of < act.valid_until)
MATCH (r)<-[:STEP_OF]-(st:Step)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)
OPTIONAL MATCH (st)-[:DONE_BY]->(s:Subject)
OPTIONAL MATCH (st)-[:OF_FUNCTION]->(f:Function)
WITH * ORDER BY coalesce(act.date, ''), act.id, r.name, r.id, st.position, st.id
RETURN
  r.id AS route_id, r.name AS route_name, st.id AS step_id, st.position AS position, s.id AS subject_id,
  s.name AS subject_name, s IS NOT NULL AND s.id IN self AS own, f.id AS function_id, f.code AS function_code,
  f.label_ru AS function_ru, f.label_en AS function_en, st.review AS review, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  coalesce(st.does, c.text) AS quote
