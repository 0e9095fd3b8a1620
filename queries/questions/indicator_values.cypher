// Indicators of acts in force on the day, of a territory and those in it or of one act, with every value of each.
CALL {
  MATCH (:Territory {id: $territory})<-[:PART_OF*0..8]-(t:Territory)
  RETURN collect(DISTINCT t.id) AS inside
}
MATCH (o:Order)-[:FOR_TERRITORY]->(t:Territory)
WHERE coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
  AND ($order IS NULL OR o.id = $order) AND ($territory IS NULL OR t.id IN inside)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(i:Indicator)
OPTIONAL MATCH (i)<-[:OBSERVES]-(v:Observation)
WITH * ORDER BY coalesce(o.date, ''), o.id, i.position, c.position, c.address, i.id, coalesce(v.period, ''),
  coalesce(v.kind, ''), coalesce(v.id, '')
RETURN
  i.id AS indicator_id, i.no AS no, i.group AS heading, i.name AS name, i.unit AS unit, i.target_op AS target_op,
  i.target_value AS target_value, i.target_period AS target_period, v.id AS observation_id, v.period AS period,
  v.kind AS kind, v.value AS value, v.written AS written, t.id AS territory_id, t.name AS territory_name,
  i.review AS review, o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  c.id AS clause_id, c.address AS clause, c.text AS quote
