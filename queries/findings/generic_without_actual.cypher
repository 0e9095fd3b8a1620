// Generic subjects of the municipal level or below that hold functions by clauses in force while no working
// organisation fills them: nowhere, or in this municipality though in others somebody does. A row for each clause.
// Roles and pairs are people, whom no register of organisations lists. One that works for the whole territory of the
// generic subject works for each municipality in it.
MATCH (m:Subject)-[:IN_TERRITORY]->(home:Territory)
WHERE m.generic AND NOT m.kind IN ['role', 'pair']
WITH m, home, coalesce(
  m.level, CASE home.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
WHERE level IN ['municipal', 'institutional']
MATCH (m)<-[:HELD_BY]-(:Assignment)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
WITH DISTINCT m, home, level, c, o
WITH m, home, level, collect({clause: c, act: o}) AS duties
CALL {
  WITH m
  OPTIONAL MATCH (m)<-[:FILLS]-(f:Subject)-[:IN_TERRITORY]->(ft:Territory)
  RETURN collect(CASE WHEN f IS NULL THEN NULL ELSE {at: ft.id, vacant: f.vacant} END) AS fillers
}
CALL {
  WITH home, fillers
  WITH home, fillers WHERE size(fillers) = 0
  RETURN home AS t, 'none-anywhere' AS reason
  UNION
  WITH home, fillers
  WITH home, fillers WHERE size(fillers) > 0
  MATCH (home)<-[:PART_OF*0..8]-(t:Territory {kind: 'municipality'})
  WHERE none(f IN fillers WHERE NOT f.vacant AND f.at IN [t.id, home.id])
  RETURN DISTINCT t AS t,
    CASE WHEN any(f IN fillers WHERE f.at IN [t.id, home.id]) THEN 'vacant' ELSE 'none-here' END AS reason
}
WITH * WHERE $territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) }
UNWIND duties AS duty
WITH m, t, level, reason, duty.clause AS c, duty.act AS o
ORDER BY t.id, m.id, coalesce(o.date, ''), o.id, c.position, c.address, c.id
RETURN
  m.id + '|' + t.id AS key, t.id AS territory_id, t.name AS territory_name, level AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en, reason AS reason, NULL AS item,
  m.id AS subject_id, m.name AS subject_name, NULL AS found, NULL AS expected, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  c.text AS quote
