// The steps of routes that acts in force of a territory, of those above it and of those in it set; whether who does a
// step holds its function, and what connects it with who does the step before.
CALL {
  MATCH (t:Territory) WHERE $territory IS NULL
  RETURN t AS place, 0 AS rank, 'own' AS relation
  UNION ALL
  MATCH chain = (:Territory {id: $territory})-[:PART_OF*1..8]->(t:Territory)
  RETURN t AS place, 1 AS rank, 'above' AS relation
  UNION ALL
  MATCH chain = (:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory)
  RETURN t AS place, CASE length(chain) WHEN 0 THEN 0 ELSE 2 END AS rank,
    CASE length(chain) WHEN 0 THEN 'own' ELSE 'below' END AS relation
}
WITH collect({place: place, rank: rank, relation: relation}) AS places
WITH places, [p IN places WHERE p.rank <> 1 | p.place.id] AS inside
UNWIND places AS p
WITH inside, p.place AS place, p.rank AS rank, p.relation AS relation
MATCH (place)<-[:FOR_TERRITORY]-(o:Order)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(x:Step)-[:STEP_OF]->(r:Route)
OPTIONAL MATCH (x)-[:DONE_BY]->(s:Subject)
WITH inside, place, rank, relation, o, c, x, r, s ORDER BY x.position, x.id
WITH inside, r, collect({place: place, rank: rank, relation: relation, o: o, c: c, x: x, s: s}) AS rows
UNWIND range(0, size(rows) - 1) AS i
WITH inside, r, size(rows) AS steps, i + 1 AS number, rows[i] AS row, CASE WHEN i > 0 THEN rows[i - 1].s END AS q
WITH inside, r, steps, number, row.place AS place, row.rank AS rank, row.relation AS relation, row.o AS o, row.c AS c,
  row.x AS x, row.s AS s, q
OPTIONAL MATCH (x)-[:OF_FUNCTION]->(f:Function)
OPTIONAL MATCH (s)-[:IN_TERRITORY]->(st:Territory)
WITH *, CASE WHEN s IS NULL THEN NULL ELSE
  coalesce(s.level, CASE st.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) END
  AS level
CALL {
  WITH s, inside
  OPTIONAL MATCH (s)<-[:FILLS]-(a:Subject)-[:IN_TERRITORY]->(at:Territory) WHERE at.id IN inside
  RETURN count(a) AS fillers, count(CASE WHEN a.vacant THEN NULL ELSE a END) AS present
}
CALL {
  WITH s, f
  OPTIONAL MATCH (s)-[:FILLS*0..1]->(g:Subject)<-[:HELD_BY]-(a:Assignment)-[:OF_FUNCTION]->(f)
  OPTIONAL MATCH (a)-[:BY_CLAUSE]->(:Clause)-[:PART_OF]->(ao:Order)
  WHERE coalesce(ao.date, '0001-01-01') <= $as_of AND (ao.valid_until IS NULL OR $as_of < ao.valid_until)
  RETURN count(ao) > 0 AS held
}
CALL {
  WITH s, q
  WITH s, q WHERE s <> q
  CALL {
    WITH s, q
    MATCH chain = (part:Subject)-[:PART_OF*1..8]->(whole:Subject)
    WHERE part = s AND whole = q OR part = q AND whole = s
    OPTIONAL MATCH (part)-[:NAMED_IN]->(k:Clause)
    RETURN 1 AS strength, 'part-of' AS kind, NULL AS detail, k
    UNION ALL
    WITH s, q
    MATCH (a:Subject)-[:FILLS]->(b:Subject)
    WHERE a = s AND b = q OR a = q AND b = s
    RETURN 2 AS strength, 'fills' AS kind, NULL AS detail, NULL AS k
    UNION ALL
    WITH s, q
    MATCH (s)-[:FILLS*0..1]->(a:Subject)<-[:FROM]-(i:Interaction)-[:TO]->(b:Subject)<-[:FILLS*0..1]-(q)
    MATCH (i)-[:BY_CLAUSE]->(k:Clause)
    RETURN 3 AS strength, 'interaction' AS kind, i.kind AS detail, k
    UNION ALL
    WITH s, q
    MATCH (q)-[:FILLS*0..1]->(a:Subject)<-[:FROM]-(i:Interaction)-[:TO]->(b:Subject)<-[:FILLS*0..1]-(s)
    MATCH (i)-[:BY_CLAUSE]->(k:Clause)
    RETURN 3 AS strength, 'interaction' AS kind, i.kind AS detail, k
    UNION ALL
    WITH s, q
    MATCH (s)-[:FILLS*0..1]->(a:Subject)<-[:HAS_PARTY]-(g:Agreement)
    MATCH (g)-[:HAS_PARTY]->(b:Subject)<-[:FILLS*0..1]-(q)
    MATCH (g)-[:BY_CLAUSE]->(k:Clause)
    WITH k, CASE WHEN g.valid_until <= $as_of OR g.status = 'expired' AND g.valid_until IS NULL THEN 'expired'
      WHEN g.status IN ['concluded', 'expired'] AND g.date > $as_of THEN 'planned'
      WHEN g.status = 'expired' THEN 'concluded' ELSE g.status END AS stands
    RETURN CASE stands WHEN 'concluded' THEN 4 ELSE 5 END AS strength, 'agreement' AS kind, stands AS detail, k
  }
  OPTIONAL MATCH (k)-[:PART_OF]->(ko:Order)
  WITH strength, kind, detail, k, ko
  WHERE strength < 3 OR coalesce(ko.date, '0001-01-01') <= $as_of AND (ko.valid_until IS NULL OR $as_of < ko.valid_until)
  WITH strength, kind, detail, k, ko ORDER BY strength, coalesce(ko.date, ''), coalesce(ko.id, ''),
    coalesce(k.position, 0), coalesce(k.id, ''), coalesce(detail, '')
  RETURN head(collect({kind: CASE strength WHEN 5 THEN 'agreement-missing' ELSE kind END, detail: detail, act: ko.id,
    number: ko.number, day: ko.date, title: ko.title, clause: k.id, address: k.address})) AS l
}
WITH * ORDER BY rank, place.name, place.id, r.name, r.id, number, x.id
RETURN
  r.id AS route_id, r.name AS route_name, steps AS steps, x.id AS step_id, number AS place, s.id AS subject_id,
  s.name AS subject_name, level AS subject_level, s.generic AS subject_generic,
  CASE WHEN s IS NULL THEN NULL
    WHEN s.generic AND level IN ['municipal', 'institutional'] THEN
      CASE WHEN fillers = 0 THEN 'generic' WHEN present = 0 THEN 'vacant' ELSE 'actual' END
    WHEN s.vacant THEN 'vacant' ELSE 'actual' END AS performer,
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  CASE WHEN f IS NULL OR s IS NULL THEN NULL ELSE held END AS holds, q.id AS previous_id, q.name AS previous_name,
  CASE WHEN q = s THEN 'same' ELSE l.kind END AS link, l.detail AS link_detail, l.act AS link_order_id,
  l.number AS link_order_number, l.day AS link_order_date, l.title AS link_order_title,
  l.clause AS link_clause_id, l.address AS link_clause, place.id AS territory_id,
  place.name AS territory_name, relation AS relation, o.id AS order_id, o.number AS order_number, o.date AS order_date,
  o.title AS order_title, c.id AS clause_id, c.address AS clause, coalesce(x.does, c.text) AS quote
