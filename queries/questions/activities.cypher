// Activities of road maps by acts in force on the day, and where each stands: of a territory and those in it (or that a
// subject there is responsible for), of a responsible subject (or of the generic one it fills), with the last day between
// two days. An activity told done on a later day was not yet done.
CALL {
  MATCH (:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory)
  RETURN collect(DISTINCT t.id) AS inside
}
CALL {
  MATCH (:Subject {id: $subject})-[:FILLS*0..1]->(:Subject)<-[:RESPONSIBLE]-(a:Activity)
  RETURN a
  UNION
  MATCH (a:Activity)
  WHERE $subject IS NULL
  RETURN a
}
MATCH (a)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($since IS NULL OR a.due >= $since) AND ($until IS NULL OR a.due <= $until)
  AND ($territory IS NULL OR t.id IN inside
    OR EXISTS { MATCH (a)-[:RESPONSIBLE]->(:Subject)-[:IN_TERRITORY]->(p:Territory) WHERE p.id IN inside })
WITH a, c, o, t,
  CASE
    WHEN a.status = 'cancelled' THEN 'cancelled'
    WHEN a.status = 'done' AND coalesce(a.done_on, '0001-01-01') <= $as_of THEN 'done'
    WHEN a.due < $as_of THEN 'overdue'
    WHEN a.due IS NOT NULL THEN 'due'
    WHEN coalesce(a.periodicity, 'once') <> 'once' THEN 'periodic'
    ELSE 'undated'
  END AS state
WHERE $state IS NULL OR state = $state
WITH * ORDER BY coalesce(a.due, '9999-12-31'), coalesce(o.date, ''), o.id, a.position, c.position, c.address, a.id
RETURN
  a.id AS activity_id, a.no AS no, a.title AS title, a.direction AS direction, a.event AS event,
  COLLECT { MATCH (a)-[r:RESPONSIBLE]->(s:Subject) RETURN {id: s.id, name: s.name} ORDER BY r.position } AS responsible,
  coalesce(a.responsible_text, []) AS responsible_text, coalesce(a.executors, []) AS executors,
  a.term_text AS term_text, a.due AS due, a.periodicity AS periodicity, a.result AS result, a.status AS status,
  a.done_on AS done_on, state AS state,
  CASE state WHEN 'overdue' THEN duration.inDays(date(a.due), date($as_of)).days END AS days_overdue,
  t.id AS territory_id, t.name AS territory_name, a.review AS review, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause, c.text AS quote
