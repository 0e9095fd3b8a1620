// Who executes and who controls by acts in force on the day: officials who sign, control or execute an act; responsible
// and executors of activities; subjects accountable for a function; subjects that control others.
CALL {
  MATCH (:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory)
  RETURN collect(DISTINCT t.id) AS inside
}
CALL { MATCH (:Subject {id: $subject})-[:FILLS*0..1]->(s:Subject) RETURN collect(s.id) AS self }
MATCH (o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($order IS NULL OR o.id = $order) AND ($territory IS NULL OR t.id IN inside)
MATCH (c:Clause)-[:PART_OF]->(o)
CALL {
  WITH self, o, c
  MATCH (c)<-[:NAMED_IN]-(f:Official)
  WHERE $subject IS NULL OR EXISTS { MATCH (o)-[:ISSUED_BY]->(i:Subject) WHERE i.id IN self }
  RETURN f.role AS duty, 'act' AS of, 0 AS of_rank, f.id AS id, o.title AS item, NULL AS item_en, [f.name] AS written,
    f.post AS post, [] AS subjects, NULL AS quote, 0 AS position, f.review AS review
  UNION ALL
  WITH self, c
  MATCH (c)<-[:BY_CLAUSE]-(a:Activity)
  WITH self, a, COLLECT {
    MATCH (a)-[r:RESPONSIBLE]->(s:Subject) RETURN {id: s.id, name: s.name} ORDER BY r.position
  } AS subjects
  WHERE CASE WHEN $subject IS NULL THEN size(coalesce(a.responsible_text, [])) > 0 OR size(subjects) > 0
    ELSE any(s IN subjects WHERE s.id IN self) END
  RETURN 'responsible' AS duty, 'activity' AS of, 1 AS of_rank, a.id AS id, a.title AS item, NULL AS item_en,
    coalesce(a.responsible_text, []) AS written, NULL AS post, subjects AS subjects, NULL AS quote,
    a.position AS position, a.review AS review
  UNION ALL
  WITH c
  MATCH (c)<-[:BY_CLAUSE]-(a:Activity)
  WHERE $subject IS NULL AND size(coalesce(a.executors, [])) > 0
  RETURN 'executes' AS duty, 'activity' AS of, 1 AS of_rank, a.id AS id, a.title AS item, NULL AS item_en,
    a.executors AS written, NULL AS post, [] AS subjects, NULL AS quote, a.position AS position, a.review AS review
  UNION ALL
  WITH self, c
  MATCH (c)<-[:BY_CLAUSE]-(a:Assignment {role: 'accountable'})-[:HELD_BY]->(s:Subject)
  WHERE $subject IS NULL OR s.id IN self
  OPTIONAL MATCH (a)-[:OF_FUNCTION]->(fn:Function)
  RETURN 'controls' AS duty, 'function' AS of, 2 AS of_rank, a.id AS id, fn.label_ru AS item,
    fn.label_en AS item_en, [] AS written, NULL AS post, [{id: s.id, name: s.name}] AS subjects, a.quote AS quote,
    a.position AS position, a.status AS review
  UNION ALL
  WITH self, c
  MATCH (c)<-[:BY_CLAUSE]-(i:Interaction {kind: 'controls'})-[:FROM]->(s:Subject)
  WHERE $subject IS NULL OR s.id IN self
  MATCH (i)-[:TO]->(r:Subject)
  RETURN 'controls' AS duty, 'subject' AS of, 3 AS of_rank, i.id AS id, r.name AS item, NULL AS item_en,
    [] AS written, NULL AS post, [{id: s.id, name: s.name}] AS subjects, i.what AS quote, 0 AS position,
    i.review AS review
}
WITH * WHERE $duty IS NULL OR duty = $duty
WITH *, CASE duty WHEN 'signs' THEN 0 WHEN 'controls' THEN 1 WHEN 'responsible' THEN 2 ELSE 3 END AS rank
ORDER BY coalesce(o.date, ''), o.id, rank, of_rank, position, c.position, c.address, id
RETURN
  duty AS duty, of AS of, id AS fact_id, item AS item, item_en AS item_en, written AS written, post AS post,
  subjects AS subjects, t.id AS territory_id, t.name AS territory_name, review AS review, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  coalesce(quote, c.text) AS quote
