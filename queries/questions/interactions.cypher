// What one subject does towards another by acts in force on the day: of a territory and those in it (or with a side
// there), of a subject on either side, from one, to one. A subject stands for the generic one it fills as well.
CALL {
  MATCH (:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory)
  RETURN collect(DISTINCT t.id) AS inside
}
CALL { MATCH (:Subject {id: $subject})-[:FILLS*0..1]->(s:Subject) RETURN collect(s.id) AS either_side }
CALL { MATCH (:Subject {id: $source})-[:FILLS*0..1]->(s:Subject) RETURN collect(s.id) AS giver }
CALL { MATCH (:Subject {id: $target})-[:FILLS*0..1]->(s:Subject) RETURN collect(s.id) AS taker }
CALL {
  WITH either_side, giver, taker
  UNWIND either_side + giver + taker AS id
  MATCH (:Subject {id: id})<-[:FROM|TO]-(i:Interaction)
  RETURN i
  UNION
  MATCH (i:Interaction)
  WHERE coalesce($subject, $source, $target) IS NULL
  RETURN i
}
MATCH (s:Subject)<-[:FROM]-(i)-[:TO]->(r:Subject)
MATCH (i)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($kind IS NULL OR i.kind = $kind)
  AND ($subject IS NULL OR s.id IN either_side OR r.id IN either_side)
  AND ($source IS NULL OR s.id IN giver)
  AND ($target IS NULL OR r.id IN taker)
MATCH (s)-[:IN_TERRITORY]->(st:Territory)
MATCH (r)-[:IN_TERRITORY]->(rt:Territory)
WITH * WHERE $territory IS NULL OR t.id IN inside OR st.id IN inside OR rt.id IN inside
ORDER BY coalesce(o.date, ''), o.id, c.position, c.address, i.kind, s.id, r.id, i.id
RETURN
  i.id AS interaction_id, i.kind AS kind, s.id AS source_id, s.name AS source_name, r.id AS target_id,
  r.name AS target_name, t.id AS territory_id, t.name AS territory_name, i.review AS review, o.id AS order_id,
  o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  coalesce(i.what, c.text) AS quote
