// Pairs of subjects of one territory and level that are both responsible (or both accountable) for a function by
// clauses in force (undated: in force), and why that is lawful where it is.
// Of several clauses of a pair the one that names both is shown, else the first of each.
MATCH (f:Function)<-[:OF_FUNCTION]-(a:Assignment)-[:HELD_BY]->(s:Subject)-[:IN_TERRITORY]->(t:Territory)
WHERE a.role IN ['responsible', 'accountable'] AND ($function IS NULL OR f.id = $function)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
MATCH (a)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
WITH f, a, s, t, c, o,
  coalesce(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
WHERE $level IS NULL OR level = $level
WITH * ORDER BY coalesce(o.date, ''), o.id, c.position, c.address, a.position, a.id
WITH collect({f: f, a: a, s: s, t: t, c: c, o: o, level: level}) AS held
UNWIND range(0, size(held) - 1) AS place
WITH held[place] AS h, place
WITH h.f AS f, h.a.role AS role, h.level AS level, h.t AS t, h.s AS s, min(place) AS first,
  collect({place: place, a: h.a, c: h.c, o: h.o}) AS said
WITH f, role, level, t, collect({s: s, first: first, said: said}) AS holders
WHERE size(holders) > 1
UNWIND holders AS l
UNWIND holders AS r
WITH f, role, level, t, l, r WHERE l.first < r.first
CALL {
  WITH l, r
  UNWIND l.said AS one
  UNWIND r.said AS other
  WITH one, other, one.c = other.c AND one.a.quote_sha256 = other.a.quote_sha256 AS joint
  ORDER BY joint DESC, one.place, other.place
  LIMIT 1
  RETURN one, other, joint
}
WITH f, role, level, t, l.s AS ls, r.s AS rs, one, other, joint
WITH *, CASE
  WHEN joint THEN 'joint'
  WHEN EXISTS { MATCH (ls)-[:FILLS]-(rs) } THEN 'fills'
  WHEN EXISTS { MATCH (ls)-[:PART_OF*1..8]->(rs) } OR EXISTS { MATCH (rs)-[:PART_OF*1..8]->(ls) } THEN 'part-of'
  END AS lawful
WHERE $lawful IS NULL OR (lawful IS NOT NULL) = $lawful
WITH * ORDER BY size(f.code), f.code, f.id, t.id,
  CASE level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END, role DESC,
  one.place, other.place
RETURN
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  level AS level, t.id AS territory_id, t.name AS territory_name, role AS role, lawful AS lawful,
  ls.id AS left_subject_id, ls.name AS left_subject_name, one.o.id AS left_order_id,
  one.o.number AS left_order_number, one.o.date AS left_order_date, one.o.title AS left_order_title,
  one.c.id AS left_clause_id, one.c.address AS left_clause, coalesce(one.a.quote, one.c.text) AS left_quote,
  rs.id AS right_subject_id, rs.name AS right_subject_name, other.o.id AS right_order_id,
  other.o.number AS right_order_number, other.o.date AS right_order_date, other.o.title AS right_order_title,
  other.c.id AS right_clause_id, other.c.address AS right_clause, coalesce(other.a.quote, other.c.text) AS right_quote
