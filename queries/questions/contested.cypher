// Places of acts in force that name different subjects of one level responsible for the same function in one territory:
// plan: a row of a road map none of whose responsible subjects is responsible for the function by a statement;
// acts: statements of two acts that have no responsible subject in common for it;
// words: the same words at two clauses.
// A statement at the clause of a row of a road map is that row's and not told against it; a subject that fills a
// generic one stands for it, a post for its body.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Assignment {role: 'responsible'})-[:OF_FUNCTION]->(f:Function)
WHERE ($function IS NULL OR f.id = $function) AND NOT EXISTS { MATCH (:Activity)-[:BY_CLAUSE]->(c) }
MATCH (a)-[:HELD_BY]->(s:Subject)-[:IN_TERRITORY]->(st:Territory)
WITH * ORDER BY coalesce(o.date, ''), o.id, c.position, c.address, a.position, a.id
WITH t, f, collect({o: o, c: c, a: a, s: s,
  level: coalesce(s.level, CASE st.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END),
  stands_for: coalesce(head([(s)-[:FILLS]->(x:Subject) | x.id]),
    CASE s.kind WHEN 'role' THEN head([(s)-[:PART_OF]->(x:Subject) | x.id]) END, s.id)}) AS structure
CALL {
  WITH t, f
  MATCH (t)<-[:FOR_TERRITORY]-(o:Order)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(v:Activity)-[:OF_FUNCTION]->(f)
  WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
    AND coalesce(v.status, '') <> 'cancelled'
  MATCH (v)-[:RESPONSIBLE]->(s:Subject)-[:IN_TERRITORY]->(st:Territory)
  RETURN collect({o: o, c: c, v: v, s: s,
    level: coalesce(s.level, CASE st.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END),
    stands_for: coalesce(head([(s)-[:FILLS]->(x:Subject) | x.id]),
      CASE s.kind WHEN 'role' THEN head([(s)-[:PART_OF]->(x:Subject) | x.id]) END, s.id)}) AS planned
}
CALL {
  WITH structure, planned
  UNWIND planned AS r
  UNWIND structure AS l
  WITH structure, planned, l, r
  WHERE l.level = r.level
    AND NOT any(x IN planned WHERE x.v = r.v AND any(y IN structure WHERE y.stands_for = x.stands_for))
  RETURN 'plan' AS kind, l, r
  UNION ALL
  WITH structure
  UNWIND range(0, size(structure) - 1) AS i
  UNWIND range(i + 1, size(structure) - 1) AS j
  WITH structure, structure[i] AS l, structure[j] AS r
  WHERE l.level = r.level AND l.stands_for <> r.stands_for AND (l.a.quote_sha256 = r.a.quote_sha256 AND l.c <> r.c
    OR l.o <> r.o AND NOT any(x IN structure
      WHERE x.o = l.o AND any(y IN structure WHERE y.o = r.o AND y.stands_for = x.stands_for)))
  RETURN CASE WHEN l.a.quote_sha256 = r.a.quote_sha256 THEN 'words' ELSE 'acts' END AS kind, l, r
}
WITH t, f, kind, l, r, l.s AS ls, r.s AS rs
WITH *, EXISTS { MATCH (ls)-[:PART_OF*1..8]->(rs) } OR EXISTS { MATCH (rs)-[:PART_OF*1..8]->(ls) } AS part_of
ORDER BY size(f.code), f.code, f.id, t.id, kind, coalesce(l.o.date, ''), l.o.id, l.c.position, l.c.address,
  l.a.position, l.a.id, coalesce(r.o.date, ''), r.o.id, r.c.position, r.c.address, coalesce(r.a.position, r.v.position),
  coalesce(r.a.id, r.v.id), rs.id
RETURN
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  t.id AS territory_id, t.name AS territory_name, l.level AS level, kind AS kind, part_of AS part_of,
  l.a.id AS assignment_id, r.v.id AS activity_id, r.v.title AS activity,
  l.a.why AS left_why, l.a.quote AS left_words, r.a.why AS right_why, r.a.quote AS right_words,
  ls.id AS left_subject_id, ls.name AS left_subject_name, l.o.id AS left_order_id, l.o.number AS left_order_number,
  l.o.date AS left_order_date, l.o.title AS left_order_title, l.c.id AS left_clause_id, l.c.address AS left_clause,
  coalesce(l.a.quote, l.c.text) AS left_quote,
  rs.id AS right_subject_id, rs.name AS right_subject_name, r.o.id AS right_order_id, r.o.number AS right_order_number,
  r.o.date AS right_order_date, r.o.title AS right_order_title, r.c.id AS right_clause_id, r.c.address AS right_clause,
  coalesce(r.a.quote, r.c.text) AS right_quote
