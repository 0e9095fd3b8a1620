// Dates of acts that cannot be right together: an act without a day or that ends before it begins; what is due, planned
// or to be concluded before the act was signed; an act that names a younger one; a norm or agreement that ends before it
// begins. An act that ends before it begins was never in force, and is looked at all the same.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of
  AND (o.valid_until IS NULL OR $as_of < o.valid_until OR o.valid_until <= o.date)
CALL {
  WITH o
  WITH o WHERE o.date IS NULL
  RETURN 0 AS rank, o.id + '.undated' AS key, 'undated' AS reason, o.title AS item, NULL AS found, NULL AS expected,
    NULL AS c
  UNION ALL
  WITH o
  WITH o WHERE o.valid_until <= o.date
  RETURN 1 AS rank, o.id + '.ends' AS key, 'act-ends' AS reason, o.title AS item, o.valid_until AS found,
    o.date AS expected, NULL AS c
  UNION ALL
  WITH o
  MATCH (o)<-[:REFERRED_BY]-(r:LegalReference) WHERE r.date > o.date
  RETURN 2 AS rank, r.id AS key, 'names-younger' AS reason, btrim(r.title + coalesce(' № ' + r.number, ''), ' ') AS item,
    r.date AS found, o.date AS expected, NULL AS c
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Activity)
  WHERE a.due < o.date AND coalesce(a.periodicity, 'once') = 'once' AND coalesce(a.status, '') <> 'cancelled'
  RETURN 3 AS rank, a.id AS key, 'activity-before-act' AS reason, a.title AS item, a.due AS found, o.date AS expected, c
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(g:Agreement)
  WHERE g.deadline < o.date AND g.status IN ['required', 'planned']
  RETURN 4 AS rank, g.id AS key, 'agreement-before-act' AS reason, coalesce(g.about, c.address) AS item,
    g.deadline AS found, o.date AS expected, c
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(g:Agreement) WHERE g.valid_until <= g.date
  RETURN 5 AS rank, g.id + '.ends' AS key, 'agreement-ends' AS reason, coalesce(g.about, c.address) AS item,
    g.valid_until AS found, g.date AS expected, c
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(i:Indicator)<-[:OBSERVES]-(b:Observation)
  WHERE b.kind = 'plan' AND b.period =~ '20[0-9]{2}(-[0-9]{2})?' AND b.period < left(o.date, size(b.period))
  RETURN 6 AS rank, b.id AS key, 'plan-before-act' AS reason, i.name AS item, b.period AS found, o.date AS expected, c
  UNION ALL
  WITH o
  MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(n:Norm) WHERE n.valid_until <= n.valid_from
  RETURN 7 AS rank, n.id AS key, 'norm-ends' AS reason, CASE WHEN n.metric IN ['other', 'teachers-per-methodist']
    THEN coalesce(n.about, c.address) ELSE n.metric END AS item, n.valid_until AS found, n.valid_from AS expected, c
}
WITH *
ORDER BY t.name, o.id, rank, coalesce(c.position, 0), key
RETURN
  key AS key, t.id AS territory_id, t.name AS territory_name, NULL AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en, reason AS reason, item AS item,
  NULL AS subject_id, NULL AS subject_name, found AS found, expected AS expected, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  c.text AS quote
