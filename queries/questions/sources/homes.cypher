// The nearest region above the territory of each of the subjects ($as_of is of no account).
MATCH (s:Subject) WHERE s.id IN $subjects AND $as_of IS NOT NULL
CALL {
  WITH s
  OPTIONAL MATCH chain = (s)-[:IN_TERRITORY]->(:Territory)-[:PART_OF*0..8]->(r:Territory) WHERE r.kind = 'region'
  WITH r ORDER BY length(chain)
  RETURN head(collect(r.id)) AS region
}
WITH s, region ORDER BY s.id
RETURN s.id AS subject_id, region AS region_id
