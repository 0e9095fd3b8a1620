// Statements by clauses in force (undated: in force) that fit no function, and those whose score or confidence is below
// a bound and that nobody has confirmed.
MATCH (a:Assignment)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
OPTIONAL MATCH (a)-[:OF_FUNCTION]->(f:Function)
WITH a, c, o, t, f
WHERE f IS NULL OR a.status <> 'confirmed' AND (coalesce(a.score < $below, false) OR a.confidence < $below)
MATCH (a)-[:HELD_BY]->(s:Subject)-[:IN_TERRITORY]->(st:Territory)
WITH *, CASE WHEN f IS NULL THEN 'unmapped' WHEN a.score < $below THEN 'low-score' ELSE 'low-confidence' END AS doubt,
  CASE WHEN f IS NULL THEN 0.0 WHEN coalesce(a.score, 1.0) < a.confidence THEN a.score ELSE a.confidence END AS least
ORDER BY CASE WHEN f IS NULL THEN 0 ELSE 1 END, least, coalesce(o.date, ''), o.id, c.position, c.address, a.position, a.id
RETURN
  a.id AS assignment_id, s.id AS subject_id, s.name AS subject_name,
  coalesce(s.level, CASE st.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
    AS subject_level,
  t.id AS territory_id, t.name AS territory_name, f.id AS function_id, f.code AS function_code,
  f.label_ru AS function_ru, f.label_en AS function_en, a.role AS role, a.score AS score, a.confidence AS confidence,
  a.why AS why, a.status AS status, doubt AS doubt, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  coalesce(a.quote, c.text) AS quote
