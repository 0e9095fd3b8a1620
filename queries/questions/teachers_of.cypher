// How many teachers each organisation of a territory has: the latest count up to the day, in all and by school subject.
MATCH (here:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory)<-[:IN_TERRITORY]-(s:Subject)<-[:COUNTED_AT]-(h:Headcount)
WHERE h.date <= $as_of
WITH t, s, h.subject_area AS area, h ORDER BY h.date DESC, h.id DESC
WITH t, s, area, head(collect(h)) AS h
ORDER BY t.name, t.id, s.name, s.id, area IS NOT NULL, coalesce(area, '')
RETURN
  s.id AS school_id, s.name AS school_name, t.id AS territory_id, t.name AS territory_name,
  area AS subject_area, h.teachers AS teachers, h.date AS counted, h.invented AS invented
