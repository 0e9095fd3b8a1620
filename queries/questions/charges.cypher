// The assignments of an act, or of the acts of one territory (not of those above or below) in force on the day (undated:
// in force), in the order of the acts.
MATCH (o:Order)-[:FOR_TERRITORY]->(home:Territory)
WHERE ($territory IS NULL OR home.id = $territory)
  AND CASE WHEN $order IS NOT NULL THEN o.id = $order
    ELSE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until) END
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Assignment)-[:HELD_BY]->(s:Subject)-[:IN_TERRITORY]->(t:Territory)
OPTIONAL MATCH (a)-[:OF_FUNCTION]->(f:Function)
WITH * ORDER BY coalesce(o.date, ''), o.id, c.position, c.address, a.position, a.id
RETURN
  a.id AS assignment_id, f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru,
  f.label_en AS function_en, a.role AS role, s.id AS subject_id, s.name AS subject_name, s.kind AS subject_kind,
  coalesce(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
    AS level,
  a.quote_sha256 AS words_sha256, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  coalesce(a.quote, c.text) AS quote
