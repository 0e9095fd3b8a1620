// Who holds a function in a territory, by which clause: own subjects, subjects of the territories above (municipal and
// institutional ones only when generic), those below that an act of the territory names, actual subjects that fill a
// generic one, and, on request, the subjects and acts below.
// An order is in force from its date until the day it was repealed; an order whose date nobody could read is in force.
MATCH (here:Territory {id: $territory})
MATCH (fn:Function {id: $function})
WITH here, fn, CASE here.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END AS here_rank
CALL {
  WITH here
  MATCH chain = (here)-[:PART_OF*0..8]->(t:Territory)
  RETURN collect({id: t.id, distance: length(chain), relation: CASE length(chain) WHEN 0 THEN 'own' ELSE 'above' END})
    AS above
}
CALL {
  WITH here
  OPTIONAL MATCH chain = (here)<-[:PART_OF*1..8]-(t:Territory)
  RETURN collect(CASE WHEN t IS NULL THEN NULL ELSE {id: t.id, distance: 10 + length(chain), relation: 'below'} END)
    AS beneath
}
WITH fn, here_rank, above + beneath AS places
WITH fn, here_rank, places, [p IN places | p.id] AS ids, [p IN places WHERE p.relation <> 'above' | p.id] AS inside,
  [p IN places WHERE $below OR p.relation <> 'below' | p.id] AS act_ids,
  [p IN places WHERE p.relation = 'own' OR $below AND p.relation = 'below' | p.id] AS fill_ids
MATCH (a:Assignment)-[:OF_FUNCTION]->(fn)
MATCH (a)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(ot:Territory)
WHERE ot.id IN act_ids AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (a)-[:HELD_BY]->(s:Subject)-[:IN_TERRITORY]->(st:Territory)
WHERE st.id IN ids
WITH fn, here_rank, places, inside, fill_ids, a, c, o, s, st,
  coalesce(s.level, CASE st.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
CALL {
  WITH here_rank, inside, s, st, level
  WITH here_rank, inside, s, st, level
  WHERE st.id IN inside OR s.generic
    OR CASE level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END < here_rank
  RETURN s AS w, st AS wt, level AS wl, s.generic AS generic, NULL AS fills_id, NULL AS fills_name
  UNION ALL
  WITH fill_ids, s, level
  MATCH (f:Subject)-[:FILLS]->(s)
  MATCH (f)-[:IN_TERRITORY]->(ft:Territory)
  WHERE s.generic AND ft.id IN fill_ids
  RETURN f AS w, ft AS wt, coalesce(f.level, level) AS wl, false AS generic, s.id AS fills_id, s.name AS fills_name
}
WITH fn, a, c, o, w, wt, wl, generic, fills_id, fills_name, [p IN places WHERE p.id = wt.id][0] AS place
WHERE $level IS NULL OR wl = $level
WITH *, CASE a.role WHEN 'responsible' THEN 0 WHEN 'accountable' THEN 1 WHEN 'consulted' THEN 2 WHEN 'contributes' THEN 3
  ELSE 4 END AS role_rank
ORDER BY place.distance, role_rank, generic, coalesce(o.date, ''), o.id, c.position, c.address, a.position, w.id, a.id,
  coalesce(fills_id, '')
RETURN
  fn.id AS function_id, fn.code AS function_code, fn.label_ru AS function_ru, fn.label_en AS function_en,
  w.id AS subject_id, w.name AS subject_name, wl AS subject_level, generic AS subject_generic,
  w.vacant AS subject_vacant, w.invented AS subject_invented, fills_id AS fills_id, fills_name AS fills_name,
  a.role AS role, wt.id AS territory_id, wt.name AS territory_name, wt.kind AS territory_kind,
  place.relation AS relation, o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  c.id AS clause_id, c.address AS clause, coalesce(a.quote, c.text) AS quote, a.confidence AS confidence,
  a.status AS status,
  a.id AS assignment_id
