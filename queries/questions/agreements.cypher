// Agreements set by acts in force on the day: of a territory and those in it (or with a party there), of a party (or of
// the generic subject it fills), and where each stands: what is noted holds from its day until the day it ends.
CALL {
  MATCH (:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory)
  RETURN collect(DISTINCT t.id) AS inside
}
CALL {
  MATCH (me:Subject {id: $subject})
  OPTIONAL MATCH (me)-[:FILLS]->(generic:Subject)
  UNWIND [me, generic] AS s
  MATCH (g:Agreement)-[:HAS_PARTY]->(s)
  RETURN g
  UNION
  MATCH (g:Agreement)
  WHERE $subject IS NULL
  RETURN g
}
MATCH (g)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR t.id IN inside
    OR EXISTS { MATCH (g)-[:HAS_PARTY]->(:Subject)-[:IN_TERRITORY]->(p:Territory) WHERE p.id IN inside })
WITH g, c, o, t,
  CASE
    WHEN g.valid_until <= $as_of THEN 'expired'
    WHEN g.status = 'expired' AND g.valid_until IS NULL THEN 'expired'
    WHEN g.status IN ['concluded', 'expired'] AND g.date > $as_of THEN 'planned'
    WHEN g.status = 'expired' THEN 'concluded'
    ELSE g.status
  END AS stands,
  COLLECT { MATCH (g)-[p:HAS_PARTY]->(s:Subject) RETURN {id: s.id, name: s.name} ORDER BY p.position } AS parties
WITH *, CASE WHEN stands IN ['required', 'planned'] AND g.deadline < $as_of
  THEN duration.inDays(date(g.deadline), date($as_of)).days END AS days
WHERE ($status IS NULL OR stands = $status) AND (NOT $overdue OR days IS NOT NULL)
WITH *, [p IN parties | p.id] AS ids
WITH *, COLLECT {
  MATCH (s:Subject {id: ids[0]})<-[:HAS_PARTY]-(other:Agreement)-[:BY_CLAUSE]->(oc:Clause)-[:PART_OF]->(oo:Order)
  WHERE other <> g AND COUNT { (other)-[:HAS_PARTY]->() } = size(ids)
    AND COUNT { MATCH (other)-[:HAS_PARTY]->(q:Subject) WHERE q.id IN ids } = size(ids)
    AND coalesce(oo.date, '0001-01-01') <= $as_of AND (oo.valid_until IS NULL OR $as_of < oo.valid_until)
  RETURN {order_id: oo.id, order_number: oo.number, order_date: oo.date, order_title: oo.title, clause_id: oc.id,
    clause: oc.address}
  ORDER BY coalesce(oo.date, ''), oo.id, oc.position, oc.address, other.id
} AS others
ORDER BY coalesce(g.deadline, '9999-12-31'), coalesce(o.date, ''), o.id, c.position, c.address, g.id
RETURN
  g.id AS agreement_id, stands AS status, g.status AS recorded, parties AS parties, g.deadline AS deadline,
  g.term_text AS term_text, days AS days_overdue, g.number AS number, g.date AS date, g.valid_until AS valid_until,
  t.id AS territory_id, t.name AS territory_name, others AS also, g.review AS review,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, coalesce(g.about, c.text) AS quote
