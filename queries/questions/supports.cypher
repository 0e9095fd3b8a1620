// Which methodist of the territory's region supports how many teachers of which school on the day.
// Of each methodist (a code within a region) all rows of the latest day up to the day are taken.
MATCH (here:Territory {id: $territory})
CALL {
  WITH here
  MATCH chain = (here)-[:PART_OF*0..8]->(t:Territory)
  WITH here, t, length(chain) AS depth ORDER BY depth
  WITH here, collect(t) AS above
  RETURN coalesce(head([x IN above WHERE x.kind = 'region']), here) AS root
}
CALL {
  WITH root
  MATCH chain = (root)<-[:PART_OF*0..8]-(t:Territory)
  WITH t, coalesce(head([x IN reverse(nodes(chain)) WHERE x.kind = 'region' | x.id]), root.id) AS region
  MATCH (m:Methodist)-[:SERVES]->(t)
  WHERE m.date <= $as_of
  WITH region, m.code AS code, max(m.date) AS day, collect({node: m, place: t}) AS rows
  UNWIND [r IN rows WHERE r.node.date = day] AS r
  RETURN r.node AS m, r.place AS t
}
OPTIONAL MATCH (u:Support)-[:GIVEN_BY]->(m)
OPTIONAL MATCH (u)-[:GIVEN_TO]->(s:Subject)-[:IN_TERRITORY]->(p:Territory)
WITH m, t, u, s, p
ORDER BY m.code, m.id, coalesce(s.name, ''), coalesce(u.id, '')
RETURN
  m.id AS methodist_id, m.code AS methodist, m.subject_area AS subject_area, t.id AS territory_id,
  t.name AS territory_name, toInteger(round(m.fte * 100)) AS fte_hundredths, u.id AS support_id,
  s.id AS school_id, s.name AS school_name, p.id AS school_territory_id, p.name AS school_territory_name,
  u.teachers AS teachers, m.invented OR coalesce(u.invented, false) AS invented
