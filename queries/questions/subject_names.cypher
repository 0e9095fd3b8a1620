// The names of a subject and of the generic one it fills, and how acts in force on the day write it otherwise.
MATCH (:Subject {id: $subject})-[:FILLS*0..1]->(s:Subject)-[:IN_TERRITORY]->(t:Territory)
WITH s, t ORDER BY s.id = $subject DESC, s.id
RETURN
  s.id AS subject_id, s.name AS name, s.short AS short, coalesce(s.alternative_names, []) AS others,
  t.id AS territory_id,
  COLLECT {
    MATCH (s)<-[:VARIANT_OF]-(v:NameVariant)-[:NAMED_IN]->(:Clause)-[:PART_OF]->(o:Order)
    WHERE v.why IN ['short-form', 'spelling', 'homoglyph', 'slip']
      AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
    WITH DISTINCT v.written AS written ORDER BY written
    RETURN written
  } AS variants
