// Teachers per full-time regional methodist: per region, municipality, methodist or school subject, with the norm.
// Of each organisation and school subject the latest count up to the day is taken; a count without a school subject is
// the organisation's total, else the total is the sum over its school subjects. Of each methodist (a code within a
// region) all rows of the latest day up to the day are taken.
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
  RETURN collect({id: t.id, region: region}) AS tree
}
CALL {
  WITH here
  MATCH (here)<-[:PART_OF*0..8]-(t:Territory)
  RETURN collect(t.id) AS inside
}
WITH here, tree, inside
CALL {
  WITH inside
  MATCH (h:Headcount)-[:COUNTED_AT]->(s:Subject)-[:IN_TERRITORY]->(t:Territory)
  WHERE t.id IN inside AND h.date <= $as_of
  WITH s.id AS subject, t.id AS territory, h.subject_area AS area, h ORDER BY h.date DESC, h.id DESC
  WITH subject, territory, area, head(collect(h)) AS h
  WITH subject, territory, collect({territory: territory, area: area, teachers: h.teachers, invented: h.invented}) AS rows
  WITH rows, any(r IN rows WHERE r.area IS NULL) AS total, any(r IN rows WHERE r.area IS NOT NULL) AS detailed
  UNWIND rows AS r
  WITH r WHERE CASE WHEN $by = 'subject_area' THEN r.area IS NOT NULL OR NOT detailed ELSE r.area IS NULL OR NOT total END
  RETURN collect(r) AS teaching
}
CALL {
  WITH tree, inside
  UNWIND tree AS x
  MATCH (m:Methodist)-[:SERVES]->(:Territory {id: x.id})
  WHERE m.date <= $as_of
  WITH inside, x, m ORDER BY m.date DESC
  WITH inside, x.region AS region, m.code AS code, max(m.date) AS day, collect({node: m, territory: x.id}) AS rows
  UNWIND [r IN rows WHERE r.node.date = day AND r.territory IN inside] AS r
  WITH r.node AS m, r.territory AS territory
  RETURN collect({node: m, territory: territory, code: m.code, area: m.subject_area,
    fte: toInteger(round(m.fte * 100)), invented: m.invented,
    supports: [(u:Support)-[:GIVEN_BY]->(m) | {teachers: u.teachers, invented: u.invented}]}) AS serving
}
WITH here, [x IN tree WHERE x.id IN inside |
  {id: x.id, region: CASE WHEN x.region IN inside THEN x.region ELSE here.id END}] AS spots, teaching, serving
WITH
  [x IN teaching WHERE $by <> 'methodist' | {
    place: CASE $by WHEN 'region' THEN head([p IN spots WHERE p.id = x.territory | p.region])
      WHEN 'municipality' THEN x.territory ELSE here.id END,
    methodist: NULL, area: CASE WHEN $by = 'subject_area' THEN x.area END, teachers: x.teachers, fte: 0,
    invented: x.invented}]
  + [m IN serving | {
    place: CASE $by WHEN 'region' THEN head([p IN spots WHERE p.id = m.territory | p.region])
      WHEN 'subject_area' THEN here.id ELSE m.territory END,
    methodist: CASE WHEN $by = 'methodist' THEN m.code END,
    area: CASE WHEN $by IN ['methodist', 'subject_area'] THEN m.area END, teachers: NULL, fte: m.fte,
    invented: m.invented}]
  + reduce(all = [], m IN serving | all + [u IN m.supports WHERE $by = 'methodist' | {
    place: m.territory, methodist: m.code, area: m.area, teachers: u.teachers, fte: 0, invented: u.invented}])
  AS parts
UNWIND parts AS p
WITH p.place AS place, p.methodist AS methodist, p.area AS area, count(p.teachers) AS counted, sum(p.teachers) AS total,
  sum(p.fte) AS fte, max(CASE WHEN p.invented THEN 1 ELSE 0 END) = 1 AS invented
MATCH (t:Territory {id: place})
CALL {
  WITH t
  OPTIONAL MATCH chain = (t)-[:PART_OF*0..8]->(a:Territory)
  OPTIONAL MATCH (a)<-[:FOR_TERRITORY]-(n:Norm)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)
  WHERE n.metric = 'teachers-per-methodist' AND n.kind = 'plan' AND n.comparison IN ['<=', '<']
    AND coalesce(n.valid_from, '0001-01-01') <= $as_of
    AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  WITH n, c, o, length(chain) AS distance,
    CASE WHEN n.valid_until IS NOT NULL AND n.valid_until <= $as_of THEN 1 ELSE 0 END AS ended
  ORDER BY n IS NULL, ended, coalesce(n.valid_from, '0001-01-01') DESC, coalesce(n.valid_until, '9999-12-31'), distance,
    n.value, n.id
  RETURN head(collect({value: n.value, address: c.address, clause: c.id, act: o.id, number: o.number, day: o.date,
    since: coalesce(n.valid_from, o.date)})) AS b
}
WITH t, methodist, area, CASE WHEN counted = 0 THEN NULL ELSE total END AS teachers, fte, b, invented
ORDER BY CASE t.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END, t.name, t.id, coalesce(methodist, ''),
  coalesce(area, '')
RETURN
  t.id AS territory_id, t.name AS territory_name, t.kind AS territory_kind, methodist AS methodist,
  area AS subject_area, teachers AS teachers, fte AS fte_hundredths, b.value AS norm, b.address AS norm_clause,
  b.clause AS norm_clause_id, b.act AS norm_order, b.number AS norm_number, b.day AS norm_order_date,
  b.since AS norm_date, invented AS invented
